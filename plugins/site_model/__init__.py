"""WHAT WE PUBLISH: posts, people, the policy and the site as frozen values, and reading files into them."""

from .cadence import Cadence, Pause, Rate
from .front_matter import (
    Correction,
    Disclosure,
    FrontMatter,
    NetworkText,
    NoSources,
    Picture,
    ShareImage,
    ShareWindow,
    Source,
    Voice,
)
from .person import Employment, Guest, Person, Profile, PublicKey
from .policy import (
    Account,
    Addresses,
    Audience,
    Company,
    Crisis,
    Goal,
    Phase,
    Policy,
    PolicyFile,
    Roles,
    Strategy,
    Topic,
    Waiver,
)
from .post import Block, Image, Link, Post, Reference, Removed
from .problem import Problem, SetupError
from .published import OutputFile, Published
from .site import House, Site, UsedFile
from .snippet import Count, Media, Prefill, Readers, Snippet, Writer
from .spot import Marked, Spot
from .words import Words, words_in

__all__ = [
    "Account",
    "Addresses",
    "Audience",
    "Block",
    "Cadence",
    "Company",
    "Correction",
    "Count",
    "Crisis",
    "Disclosure",
    "Employment",
    "FrontMatter",
    "Goal",
    "Guest",
    "House",
    "Image",
    "Link",
    "Marked",
    "Media",
    "NetworkText",
    "NoSources",
    "OutputFile",
    "Pause",
    "Person",
    "Phase",
    "Picture",
    "Policy",
    "PolicyFile",
    "Post",
    "Prefill",
    "Problem",
    "Profile",
    "PublicKey",
    "Published",
    "Rate",
    "Readers",
    "Reference",
    "Removed",
    "Roles",
    "SetupError",
    "ShareImage",
    "ShareWindow",
    "Site",
    "Snippet",
    "Source",
    "Spot",
    "Strategy",
    "Topic",
    "UsedFile",
    "Voice",
    "Waiver",
    "Words",
    "Writer",
    "register",
    "words_in",
]


def register() -> None:
    """Connect nothing: the values here know nothing of Pelican."""
