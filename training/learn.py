"""Learning: several processes with one copy of the weights, each step from a batch of every one.

Threads inside one process wait for each other hundreds of times a step, and another busy process makes
every wait long. Processes meet thrice a step: each adds up the gradients of all for the part of the weights
that it looks after, and moves that part.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import multiprocessing as processes

from training.course import Course
from training.network import Network
from training.shared import Shared, lay_weights
from training.teacher import Teacher
from training.units import Sheet
from training.worker import Worker


def learn(
    network: Network, sheets: Sequence[Sheet], teacher: Teacher, course: Course, folder: Path
) -> Network:
    """Return `network` with the weights after `course`; goes on where `folder` was left.

    Raises RuntimeError where a process came to grief.
    """
    folder.mkdir(parents=True, exist_ok=True)
    flat = torch.cat([one.detach().flatten() for one in network.parameters()])
    start = processes.get_context("fork")
    shared = Shared.take(flat, course.workers, start.Barrier(course.workers))
    started = [
        start.Process(target=Worker(rank, network, teacher, course, folder, shared).work, args=(sheets,))
        for rank in range(course.workers)
    ]
    for one in started:
        one.start()
    for one in started:
        one.join()
        if one.exitcode:
            message = f"a process of the training ended with {one.exitcode}; run the same command to go on"
            raise RuntimeError(message)
    lay_weights(network, shared.weights)
    return network
