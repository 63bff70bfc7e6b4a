"""What the people who run a server have decided for it. Pure values; where nothing was decided, all is allowed."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["MOST_CHANNELS", "ServerSettings"]

#: Channels that may be named: as many as one menu of Discord's takes.
MOST_CHANNELS = 25


class ServerSettings(Struct, frozen=True):
    """The settings of one server."""

    default_list: str = ""  # the list that /montage list shows; empty for the catalogue's own
    private: bool = False  # answers are for whoever asked, unless they say otherwise
    mentions: bool = True  # whether messages are answered, and not commands alone
    channels: tuple[int, ...] = ()  # where answers may be seen by all; everywhere when empty
    suggestions: int | None = None  # the channel for what only moderators should see

    def is_public_in(self, channel: int | None) -> bool:
        """Whether all may see an answer there."""
        return not self.channels or channel in self.channels

    def is_private(self, channel: int | None, asked: bool | None) -> bool:
        """Whether an answer is for whoever asked alone; `asked` is what they said of that, if anything."""
        return (self.private if asked is None else asked) or not self.is_public_in(channel)

    def answers_messages_in(self, channel: int | None) -> bool:
        """Whether a mention is answered there: that answer all can see."""
        return self.mentions and self.is_public_in(channel)
