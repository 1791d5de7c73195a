"""Roads: the handlers' routers, in the order in which an update meets them."""

from aiogram import Router

from bot.telegram import (
    anyone,
    circle,
    client,
    counselor,
    family,
    library,
    plans,
    rights,
    signs,
    staff,
    times,
)


def all_roads() -> tuple[Router, ...]:
    """Return fresh routers: one dispatcher takes each of them for itself."""
    return (
        anyone.build_router(),
        circle.build_router(),
        client.build_router(),
        times.build_router(),
        rights.build_router(),
        library.build_router(),
        plans.build_router(),
        signs.build_router(),
        counselor.build_router(),
        staff.build_router(),
        family.build_router(),
        client.build_last_router(),
    )
