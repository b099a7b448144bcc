"""Vietnamese: blanks between syllables, tone marks over the letters, no inflection."""

from termbase.languages.language import Language, Numbers

LANGUAGE = Language(
    code="vi",
    name="Vietnamese",
    own_name="Tiếng Việt",
    marks="đơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    common=frozenset((
        "và của là có cho không được quý khách tôi chúng bạn đã sẽ xin vui lòng trong với này các một anh "
        "chị "
    ).split()),
    numbers=Numbers(
        decimal=",",
        group=".",
        words={"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10},
        weekdays={f"thứ {name}": n for n, name in enumerate("hai ba tư năm sáu bảy".split(), 1)}
        | {f"thứ {n + 1}": n for n in range(1, 7)}
        | {"chủ nhật": 7},
        units={
            "phút": "minute", "giờ": "hour", "tiếng": "hour", "ngày": "day", "tuần": "week", "tháng": "month", "năm": "year",
            "giây": "second", "phần trăm": "percent", "lần": "time", "cái": "piece", "chiếc": "piece", "đồng": "money",
        },
        afternoon=("chiều", "tối"),
        morning=("sáng",),
    ),
    address=(
        r"\b(?:quý khách|quý vị|bạn|anh|chị|em|mình|chúng tôi|chúng em|tôi|bên (?:em|mình|tôi)|shop|vui lòng|xin|cảm ơn|cám ơn|"
        r"rất tiếc|mong|kính|dạ|ạ|nhé|nha|khách hàng)\b"
    ),
    negations=r"\b(?:không|chưa|chẳng|đừng|chớ|cấm)\b",
    hours=(
        r"(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|mười|\{\w+\})\s*(?:[-–]|đến)?\s*\d*\s*(?:phút|giờ|tiếng|ngày|tuần|tháng)(?!\w)"
        r"|hôm nay|ngày mai|ngày kia|(?:sáng|chiều|tối|trưa) (?:nay|mai)|tuần (?:này|sau|tới)|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật"
        r"|\d{1,2}(?::|h)\d{2}|\d{1,2}h\b|trong ngày|ngày\s+\d{1,2}(?:/\d{1,2})?|\{(?:hours|days|date|time|deadline|minutes)\}"
    ),
)  # fmt: skip
