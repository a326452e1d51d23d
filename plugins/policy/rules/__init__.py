"""One file per rule: save a new one here and it is found, tested, documented and configurable."""
