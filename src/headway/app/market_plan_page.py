"""The market plan for a page: its JSON with the curve drawn."""

from headway.app.market_plan import MarketPlanResult
from headway.app.market_plan_json import market_plan_json
from headway.publish.market_chart import market_chart
from headway.values import Json


def market_plan_page(result: MarketPlanResult) -> Json:
    """As `headway plan --market --json`, with the best fixed roadmap named and `chart`, a drawing."""
    answer = market_plan_json(result)
    best = max(answer["comparison"], key=lambda row: (row["objective"], row["id"]), default=None)
    curve = best["curve"] if best else None
    return {**answer, "best": best, "chart": market_chart(answer["plan"]["curve"], answer["plan"]["today"], curve)}
