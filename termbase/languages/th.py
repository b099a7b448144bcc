"""Thai: no blanks between words; a hit must not cut a syllable from its vowel or tone mark."""

from termbase.languages.language import Language, Numbers

LANGUAGE = Language(
    code="th",
    name="Thai",
    own_name="ไทย",
    spaced=False,
    loose_blanks=True,
    letters="\u0e01-\u0e3a\u0e40-\u0e5b",
    sentence_ends="!?…\n",
    sentence_closers=r"(?:ค่ะ|คะ|ครับ|ค่า|จ้ะ)(?=\s)",
    numbers=Numbers(
        words={"หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9, "สิบ": 10},
        months=dict(
            zip(
                (
        "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน "
        "ธันวาคม "
    ).split(),
                range(1, 13),
                strict=True,
            )
        ),
        weekdays={
            f"วัน{name}": n
            for n, name in enumerate(("จันทร์", "อังคาร", "พุธ", "พฤหัส", "ศุกร์", "เสาร์", "อาทิตย์"), 1)
        },
        units={
            "นาที": "minute", "ชั่วโมง": "hour", "วัน": "day", "วันทำการ": "day", "สัปดาห์": "week", "เดือน": "month", "ปี": "year",
            "วินาที": "second", "%": "percent", "เปอร์เซ็นต์": "percent", "ครั้ง": "time", "ชิ้น": "piece", "บาท": "money",
        },
    ),
    address=(
        r"ค่ะ|คะ|ครับ|คุณ|ท่าน|ลูกค้า|เรา|ทางร้าน|ทางเรา|ดิฉัน|ผม|ฉัน|กรุณา|โปรด|รบกวน|ขอบคุณ|ขออภัย|ขอโทษ|สวัสดี|เสียใจ|"
        r"ยินดี|นะ(?:คะ|ครับ)?|ให้หน่อย"
    ),
    negations=r"ไม่|มิได้|อย่า|ห้าม|ไร้",
    hours=(
        r"(?:[0-9๐-๙]+|หนึ่ง|สอง|สาม|สี่|ห้า)\s*(?:[-–]\s*[0-9]+\s*)?(?:วันทำการ|นาที|ชั่วโมง|ชม\.|วัน|สัปดาห์|เดือน)|วันนี้|พรุ่งนี้|มะรืน|คืนนี้|เย็นนี้|เช้านี้|บ่ายนี้"
        r"|สัปดาห์นี้|สัปดาห์หน้า|วัน(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)|เที่ยง|[0-9]{1,2}[:.][0-9]{2}|[0-9]{1,2}\s*(?:น\.|โมง)"
        r"|วันที่\s*[0-9]{1,2}|\{(?:hours|days|date|time|deadline|minutes)\}"
    ),
)  # fmt: skip
