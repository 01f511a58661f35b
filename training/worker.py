"""One process of a training run."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from torch import nn

from training.batches import build_batch
from training.chunks import Chunk, draw_epoch
from training.course import Course, Round
from training.losses import score_batch
from training.network import Network
from training.shared import Shared, lay_gradients, lay_weights
from training.teacher import Teacher
from training.units import Sheet

_LOGGED = 20  # steps between two lines of the log
_MATRIX = 2


class Worker:
    """Learns from its share of each step's batches; looks after its part of the weights."""

    def __init__(  # noqa: PLR0913, PLR0917 - what a process must be given
        self, rank: int, network: Network, teacher: Teacher, course: Course, folder: Path, shared: Shared
    ) -> None:
        self.rank, self.network, self.teacher = rank, network, teacher
        self.course, self.folder, self.shared = course, folder, shared

    def work(self, sheets: Sequence[Sheet]) -> None:
        """Learn from `sheets` for the whole course."""
        torch.set_num_threads(1)
        lay_weights(self.network, self.shared.weights)
        lay_gradients(self.network, self.shared.gradients[self.rank])
        self.optimizer, self.part = self._share_out()
        lengths = [len(self._draw(sheets, epoch)) for epoch, _ in self.course.list_epochs()]
        paces = [pace for part in self._divide(lengths) for pace in self._lay_paces(part)]
        done, step, steps, begun = self._resume(), 0, len(paces), time.time()
        self.network.train()
        for epoch, asked in self.course.list_epochs():
            for chunks in self._draw(sheets, epoch):
                step += 1
                if step <= done:
                    continue
                torch.manual_seed(self.course.seed + 1000 * step + self.rank)
                losses = self._learn(chunks, asked)
                self._move(paces[step - 1])
                if step % _LOGGED == 0 and self.rank == 0:
                    self._log(
                        {"epoch": epoch, "step": step, "of": steps, "seconds": time.time() - begun} | losses
                    )
                if step % self.course.keep_every == 0:
                    self._keep(step)
            if step > done:
                self._keep(step)
                if self.rank == 0:
                    torch.save(self.shared.weights.clone(), self.folder / f"epoch-{epoch}.pt")
        self.shared.meeting.wait()

    def _draw(self, sheets: Sequence[Sheet], epoch: int) -> list[list[Chunk]]:
        """Return this process's batches of the epoch; every process has as many."""
        batches = draw_epoch(sheets, epoch, random.Random(self.course.seed + epoch))  # noqa: S311 - an order
        return batches[self.rank : len(batches) - len(batches) % self.course.workers : self.course.workers]

    def _divide(self, lengths: list[int]) -> Iterator[int]:
        """Yield the steps of each round, given those of each epoch."""
        rest = iter(lengths)
        for one in self.course.rounds:
            yield sum(islice(rest, one.epochs))

    def _lay_paces(self, steps: int) -> list[float]:
        """Return for each of a round's steps the share of the full rate: rising, then falling to nothing."""
        warming = self.course.warming
        done = (step / steps for step in range(1, steps + 1))
        return [min(share / warming, (1 - share) / (1 - warming)) for share in done]

    def _learn(self, chunks: list[Chunk], asked: Round) -> dict[str, float]:
        """Add this batch's gradients, and return its losses."""
        aims = torch.tensor(np.array([self.teacher.aim(chunk) for chunk in chunks]))
        twins = torch.tensor([chunk[0].sheet.twin if len(chunk) == 1 else -1 for chunk in chunks])
        losses = score_batch(self.network, build_batch(chunks, asked.hidden), aims, twins, asked)
        torch.stack(list(losses.values())).sum().backward()  # type: ignore[no-untyped-call]  # torch has no type for it
        return {name: one.item() for name, one in losses.items()}

    def _move(self, pace: float) -> None:
        """Add up the gradients of all processes for this one's part of the weights, and move it."""
        course, shared = self.course, self.shared
        shared.meeting.wait()
        total = shared.gradients[self.rank][self.part]
        for other in range(course.workers):
            if other != self.rank:
                total += shared.gradients[other][self.part]
        total /= course.workers
        shared.squares[self.rank] = total.square().sum()
        shared.meeting.wait()
        total *= min(1.0, course.longest_step / (float(shared.squares.sum().sqrt()) + 1e-6))
        for group in self.optimizer.param_groups:
            group["lr"] = group["top"] * pace
        self.optimizer.step()
        shared.gradients[:, self.part] = 0
        shared.meeting.wait()

    def _share_out(self) -> tuple[torch.optim.Optimizer, slice]:
        """Return the optimizer of this process's part of the weights, and which part that is."""
        total, start, groups, bounds = len(self.shared.weights), 0, [], []
        for name, one in self.network.named_parameters():
            if start * self.course.workers // total == self.rank:
                mine = nn.Parameter(one.data)
                mine.grad = one.grad
                plain = one.ndim < _MATRIX or name.startswith("bert.words")
                decay = 0.0 if plain else self.course.weight_decay
                groups.append({"params": [mine], "top": self._set_rate(name), "weight_decay": decay})
                bounds += [start, start + one.numel()]
            start += one.numel()
        return torch.optim.AdamW(groups, lr=self.course.rate, fused=True), slice(min(bounds), max(bounds))

    def _set_rate(self, name: str) -> float:
        if not name.startswith("bert."):
            return self.course.head_rate
        depth = int(name.split(".")[2]) if name.startswith("bert.layers.") else -1
        return self.course.rate * self.course.decay ** (len(self.network.bert.layers) - 1 - depth)

    def _log(self, told: dict[str, float]) -> None:
        with (self.folder / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps({name: round(value, 4) for name, value in told.items()}) + "\n")

    def _keep(self, step: int) -> None:
        kept = {"step": step, "optimizer": self.optimizer.state_dict()}
        if self.rank == 0:
            kept["weights"] = self.shared.weights
        fresh = self.folder / f"kept-{self.rank}.fresh"
        torch.save(kept, fresh)
        self.shared.meeting.wait()
        fresh.rename(self.folder / f"kept-{self.rank}.pt")
        self.shared.meeting.wait()

    def _resume(self) -> int:
        """Return how many steps an earlier run did, with its weights and its optimizer back in place."""
        path, step = self.folder / f"kept-{self.rank}.pt", 0
        if path.is_file():
            kept = torch.load(path, weights_only=True)
            self.optimizer.load_state_dict(kept["optimizer"])
            step = kept["step"]
            if self.rank == 0:
                self.shared.weights.copy_(kept["weights"])
        self.shared.meeting.wait()
        return int(step)
