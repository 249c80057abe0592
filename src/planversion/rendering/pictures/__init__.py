"""Pictures of comparisons: SVG that needs no script, and the same numbers as a table."""

from planversion.rendering.pictures.balances import Balance, Balances, balances
from planversion.rendering.pictures.bars import draw_balances
from planversion.rendering.pictures.describing import (
    balances_grid,
    flow_grid,
    told_balances,
    told_flow,
)
from planversion.rendering.pictures.drawing import draw_flow
from planversion.rendering.pictures.flows import Column, Flow, Node, Ribbon, flow
from planversion.rendering.pictures.style import STYLE, standalone

__all__ = [
    "STYLE",
    "Balance",
    "Balances",
    "Column",
    "Flow",
    "Node",
    "Ribbon",
    "balances",
    "balances_grid",
    "draw_balances",
    "draw_flow",
    "flow",
    "flow_grid",
    "standalone",
    "told_balances",
    "told_flow",
]
