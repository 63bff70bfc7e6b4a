"""The port that says how the bot does: /metrics for Prometheus, /healthz for whatever restarts what is not well."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Iterable

from aiohttp import web
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector

from bot import __version__
from bot.discord_app.client import MontageBot
from bot.discord_app.prometheus import PrometheusMeasures
from bot.errors import MontageBotError

__all__ = ["Monitor", "faults_of"]

#: Seconds between two looks at how late the event loop is.
PAUSE = 0.25
WELL, UNWELL = 200, 503


class Monitor:
    """Serves from `open` to `close`."""

    def __init__(self, bot: MontageBot) -> None:
        self._bot = bot
        self._registry = bot.measures.registry if isinstance(bot.measures, PrometheusMeasures) else CollectorRegistry()
        self._registry.register(_Now(bot))
        self._feeling: asyncio.Task[None] | None = None
        app = web.Application()
        app.router.add_get("/metrics", self._metrics)
        app.router.add_get("/healthz", self._health)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)

    async def open(self, host: str, port: int) -> None:
        """Raises MontageBotError when the port cannot be had."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, host, port).start()
        except OSError as refused:
            reason = os.strerror(refused.errno) if refused.errno else str(refused)
            raise MontageBotError(
                f"MONTAGE_METRICS_PORT: port {port} of {host} cannot be used ({reason}): choose another."
            ) from None
        self._feeling = asyncio.create_task(self._feel())

    async def close(self) -> None:
        if self._feeling is not None:
            self._feeling.cancel()
        await self._runner.cleanup()

    async def _feel(self) -> None:
        """Notes how much later than it should it wakes up."""
        while True:
            before = time.monotonic()
            await asyncio.sleep(PAUSE)
            self._bot.measures.delayed(max(0.0, time.monotonic() - before - PAUSE))

    async def _metrics(self, _request: web.Request) -> web.Response:
        body = generate_latest(self._registry)
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def _health(self, _request: web.Request) -> web.Response:
        faults = faults_of(self._bot)
        return web.json_response({"healthy": not faults, "faults": faults}, status=UNWELL if faults else WELL)


def faults_of(bot: MontageBot) -> list[str]:
    """Why the bot does not serve everybody just now; empty when it does."""
    states = bot.shard_states
    faults = [state.fault for state in states if state.fault] if states else ["no shard was opened yet"]
    return faults if bot.desk.guide.catalogue.montages else [*faults, "no catalogue is loaded"]


class _Now(Collector):
    """What is so at the moment it is asked for."""

    def __init__(self, bot: MontageBot) -> None:
        self._bot = bot

    def collect(self) -> Iterable[GaugeMetricFamily]:
        bot = self._bot
        yield _gauge("montage_healthy", "What /healthz says", float(not faults_of(bot)))
        yield _gauge("montage_servers", "Servers the bot is on", len(bot.guilds))
        yield _gauge("montage_catalogue_montages", "Montages known", len(bot.desk.guide.catalogue.montages))
        version = GaugeMetricFamily("montage_version", "The program", labels=["version"])
        version.add_metric([__version__], 1.0)
        yield version
        connected = GaugeMetricFamily("montage_shard_connected", "Whether Discord let it in", labels=["shard"])
        latency = GaugeMetricFamily("montage_gateway_latency_seconds", "Of the last heartbeat", labels=["shard"])
        for state in bot.shard_states:
            connected.add_metric([str(state.number)], float(not state.fault))
            latency.add_metric([str(state.number)], state.known_latency)
        yield from (connected, latency)


def _gauge(name: str, sentence: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, sentence, value=value)
