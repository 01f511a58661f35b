"""From a report to its markup: who, where, when and what is named."""
