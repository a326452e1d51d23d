"""What a sentence says about the world that a reader may ask a source for; a word list per language."""

from .claim import Claim, ClaimKind
from .find_claims import find_claims
from .unsourced import Scope, unsourced_blocks

__all__ = ["Claim", "ClaimKind", "Scope", "find_claims", "unsourced_blocks"]
