"""The measures as Prometheus collects them. Every label has a bounded number of values: none is a user or a server."""

from __future__ import annotations

import re
import time
from collections import deque
from types import SimpleNamespace

import aiohttp
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector

from bot.answers.answer import Answer, Outcome
from bot.discord_app.asked import Asked, being_answered
from bot.discord_app.desk import Render
from bot.discord_app.measures import Measures
from bot.discord_app.sending import Reply

__all__ = ["PrometheusMeasures"]

#: Seconds: what is understood takes one to fifty thousandths, what Discord answers a tenth, what hangs three.
QUICK = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 3.0)
SLOW = (0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.0, 3.0, 10.0, 30.0)
#: Answers of which the share of those that know nothing is told.
LATEST = 1000
NOBODY = "nobody"  # the way of what the bot says by itself
_WHAT = {
    "interaction": re.compile(r"/interactions/\d+/[^/]+/callback$"),
    "message": re.compile(r"/channels/\d+/messages$"),
    "followup": re.compile(r"/webhooks/"),
}
REFUSED, BUSY, FAILED = 400, 429, 500


class PrometheusMeasures(Measures):
    """Counts, into a registry of its own."""

    def __init__(self) -> None:
        self.registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        self._questions = Counter(
            "montage_questions",
            "Answers by how somebody asked and what",
            ["way", "intent", "outcome"],
            registry=registry,
        )
        self._failures = Counter("montage_failures", "Apologies instead of answers", ["way"], registry=registry)
        self._understanding = Histogram(
            "montage_understanding_seconds", "From question to answer", ["way"], buckets=QUICK, registry=registry
        )
        self._discord = Histogram(
            "montage_discord_seconds",
            "Discord's time for a request",
            ["what", "outcome"],
            buckets=SLOW,
            registry=registry,
        )
        self._database = Histogram(
            "montage_database_seconds",
            "The database's time for what a shelf of the store wants, with all waiting",
            ["shelf", "outcome"],
            buckets=QUICK,
            registry=registry,
        )
        self._delay = Histogram(
            "montage_loop_delay_seconds", "How late the event loop is", buckets=QUICK, registry=registry
        )
        self._reloads = Counter("montage_reloads", "Data read anew", ["outcome"], registry=registry)
        self._unknown = deque[bool](maxlen=LATEST)
        share = Gauge("montage_unknown_ratio", f"Of the latest {LATEST} answers: I don't know", registry=registry)
        share.set_function(self._unknown_share)

    def counting(self, render: Render) -> Render:
        def counted(answer: Answer, page: int = 1) -> Reply:
            asked = being_answered()
            self._questions.labels(asked.way if asked else NOBODY, answer.intent, answer.outcome).inc()
            self._unknown.append(answer.outcome is Outcome.UNKNOWN)
            return render(answer, page)

        return counted

    def ended(self, asked: Asked) -> None:
        if asked.failed:
            self._failures.labels(asked.way).inc()
        if asked.understanding is not None:
            self._understanding.labels(asked.way).observe(asked.understanding)

    def watching(self) -> aiohttp.TraceConfig:
        requests = aiohttp.TraceConfig()
        requests.on_request_start.append(_begun)
        requests.on_request_end.append(self._answered)
        requests.on_request_exception.append(self._lost)
        return requests

    def delayed(self, seconds: float) -> None:
        self._delay.observe(seconds)

    def kept(self, shelf: str, ending: str, seconds: float) -> None:
        self._database.labels(shelf, ending).observe(seconds)

    def reloaded(self, *, taken: bool) -> None:
        self._reloads.labels("taken" if taken else "refused").inc()

    async def _answered(
        self, _session: object, context: SimpleNamespace, response: aiohttp.TraceRequestEndParams
    ) -> None:
        self._observe(context, response.url.path, _outcome(response.response.status))

    async def _lost(
        self, _session: object, context: SimpleNamespace, lost: aiohttp.TraceRequestExceptionParams
    ) -> None:
        self._observe(context, lost.url.path, "lost")

    def _observe(self, context: SimpleNamespace, path: str, outcome: str) -> None:
        what = next((name for name, pattern in _WHAT.items() if pattern.search(path)), "other")
        self._discord.labels(what, outcome).observe(time.monotonic() - context.begun)

    def _unknown_share(self) -> float:
        return sum(self._unknown) / len(self._unknown) if self._unknown else 0.0


async def _begun(_session: object, context: SimpleNamespace, _request: object) -> None:
    context.begun = time.monotonic()


def _outcome(status: int) -> str:
    if status < REFUSED:
        return "taken"
    if status == BUSY:
        return "busy"
    return "failed" if status >= FAILED else "refused"
