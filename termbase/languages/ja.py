"""Japanese: no blanks between words; width and long vowels vary."""

from termbase.languages.language import Language, Numbers

LANGUAGE = Language(
    code="ja",
    name="Japanese",
    own_name="日本語",
    spaced=False,
    loose_blanks=True,
    letters="\u3040-\u309f\u30a0-\u30ff\u31f0-\u31ff\uff66-\uff9f",
    sentence_ends="。！？!?…",
    numbers=Numbers(
        words=dict(zip("〇一二三四五六七八九十", range(11), strict=True)),
        weekdays={f"{day}曜": n for n, day in enumerate("月火水木金土日", 1)},
        units={
            "分": "minute", "分間": "minute", "時間": "hour", "日": "day", "日間": "day", "営業日": "day", "週間": "week",
            "か月": "month", "ヶ月": "month", "カ月": "month", "ケ月": "month", "年": "year", "年間": "year", "秒": "second",
            "秒間": "second", "%": "percent", "パーセント": "percent", "回": "time", "個": "piece", "点": "piece", "円": "money",
        },
        afternoon=("午後", "夕方", "夜"),
        morning=("午前", "朝"),
    ),
    address=(
        r"[おご御][\u4e00-\u9fff]|ください|下さい|くださ|ませ(?![んる])|いただ|頂|ござい|いたし|致し|申し|おります|まいり|参り|お(?:かけ|うかが|よろこ)|"
        r"あなた|弊社|当社|当店|私|わたくし|ありがと|すみません|恐れ入り|こんにちは|いらっしゃ|ですか|ましょう"
    ),
    negations=r"ません|ない|なく|なかっ|なけれ|ずに|不可|無し|なし",
    hours=(
        r"[0-9〇一二三四五六七八九十]+\s*(?:[-–~〜から]+\s*[0-9一二三四五六七八九十]+\s*)?(?:営業日|時間|分|日間?|週間|か月|ヶ月|カ月|秒)"
        r"|本日|今日|明日|明後日|翌日|翌営業日|当日|即日|今週|来週|今晩|今夕|(?:月|火|水|木|金|土|日)曜"
        r"|[0-9]{1,2}\s*時|[0-9]{1,2}:[0-9]{2}|[0-9]{1,2}月[0-9]{1,2}日|正午|\{(?:hours|days|date|time|deadline|minutes)\}"
    ),
)  # fmt: skip
