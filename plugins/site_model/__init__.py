"""WHAT WE PUBLISH: posts, people, the policy and the site as frozen values, and reading files into them."""

from .cadence import Cadence, Pause, Rate
from .front_matter import (
    Correction,
    Disclosure,
    FrontMatter,
    NetworkText,
    NoSources,
    Picture,
    ShareWindow,
    Source,
    Voice,
)
from .person import Employment, Guest, Person, Profile, PublicKey
from .policy import (
    Account,
    Addresses,
    Audience,
    Channel,
    Company,
    Crisis,
    Goal,
    OpeningHours,
    Phase,
    Policy,
    PolicyFile,
    Response,
    Roles,
    SharePolicy,
    SignoffPolicy,
    Strategy,
    Topic,
    Waiver,
)
from .post import Block, Citation, Embed, Image, Link, Post, Reference, Removed
from .problem import Problem, SetupError
from .published import OutputFile, Published
from .site import House, Site, UsedFile
from .snippet import Count, Media, Prefill, Readers, Snippet, Writer
from .spot import Mark, Marked, Spot
from .words import Words, words_in

__all__ = [
    "Account",
    "Addresses",
    "Audience",
    "Block",
    "Cadence",
    "Channel",
    "Citation",
    "Company",
    "Correction",
    "Count",
    "Crisis",
    "Disclosure",
    "Embed",
    "Employment",
    "FrontMatter",
    "Goal",
    "Guest",
    "House",
    "Image",
    "Link",
    "Mark",
    "Marked",
    "Media",
    "NetworkText",
    "NoSources",
    "OpeningHours",
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
    "Response",
    "Roles",
    "SetupError",
    "SharePolicy",
    "ShareWindow",
    "SignoffPolicy",
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
