from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

import pytest

from .conftest import PHONE, playwright

pytestmark = pytest.mark.browser
expect = playwright.expect
Page: TypeAlias = playwright.Page
Open = Callable[..., Page]

# keeps the clock in the page: from the last key to the frame in which the first underline stands
STOPWATCH = """
() => {
  const host = [...document.querySelectorAll('*')].find((e) => e.shadowRoot?.querySelector('.draft'));
  const root = host.shadowRoot;
  window.spent = null;
  let last = 0;
  root.querySelector('.draft').addEventListener('keydown', () => { last = performance.now(); });
  new MutationObserver(() => {
    if (window.spent === null && root.querySelector('mark')) {
      requestAnimationFrame(() => { window.spent = performance.now() - last; });
    }
  }).observe(root.querySelector('.mirror'), { childList: true });
}
"""


def draft(page: Page, text: str = "") -> playwright.Locator:
    area = page.locator(".draft")
    area.click()
    if text:
        page.keyboard.insert_text(text)
    return area


def test_a_wrong_rendering_is_underlined_soon_after_the_last_key(open_page: Open) -> None:
    page = open_page()
    area = draft(page, "Open the gizmo.")  # a server that has just started reads its terms for some seconds
    expect(page.locator(".mirror mark.literal")).to_have_text("Open the gizmo")
    area.fill("")
    expect(page.locator(".mirror mark.literal")).to_have_count(0)
    page.evaluate(STOPWATCH)
    area.press_sequentially("Please open the gizmo", delay=30)
    expect(page.locator(".mirror mark.literal")).to_have_text("open the gizmo")
    page.wait_for_function("window.spent !== null")
    spent = page.evaluate("window.spent")
    print(f"\nfrom the last key to the underline: {spent:.0f} ms")
    assert spent < 1000


def test_one_click_mends_and_ctrl_z_takes_it_back(open_page: Open) -> None:
    page = open_page()
    area = draft(page, "Please open the gizmo now.")
    page.get_by_role("button", name="Replace with switch on the gizmo").click()
    expect(area).to_have_value("Please switch on the gizmo now.")
    expect(page.locator(".mirror mark")).to_have_count(0)
    expect(page.locator(".count")).to_have_text("Nothing to mend. Ready to send.")
    area.press("Control+z")
    expect(area).to_have_value("Please open the gizmo now.")
    expect(page.locator(".mirror mark.literal")).to_have_count(1)


def test_the_keyboard_alone_is_enough(open_page: Open) -> None:
    page = open_page()
    area = draft(page, "Please open the gizmo now.")
    expect(page.locator(".mirror mark.literal")).to_have_count(1)
    area.press("F8")
    expect(page.get_by_role("button", name="Replace with switch on the gizmo")).to_be_focused()
    expect(page.locator(".list .card.on .sentence")).to_have_text("Please open the gizmo now.")
    page.keyboard.press("Escape")
    expect(area).to_be_focused()
    area.press("Alt+ArrowDown")
    page.keyboard.press("Enter")
    expect(area).to_have_value("Please switch on the gizmo now.")
    expect(area).to_be_focused()


def test_a_hostile_draft_is_text_everywhere(open_page: Open) -> None:
    page = open_page()
    page.evaluate("window.hurt = 0")
    hostile = "<img src=x onerror=window.hurt=1> open the gizmo <script>window.hurt=1</script>"
    area = draft(page, hostile)
    expect(page.locator(".mirror mark.literal")).to_have_text("open the gizmo")
    page.locator(".list .card", has_text="open the gizmo").first.locator(".what").click()
    expect(page.locator(".list .card.on .sentence")).to_contain_text("<img src=x onerror=window.hurt=1>")
    assert page.locator(".tb img, .tb script").count() == 0
    assert page.evaluate("window.hurt") == 0
    expect(area).to_have_value(hostile)


@pytest.mark.parametrize("before", ["😀👩‍👩‍👧‍👦 ", "𠮷野家で、", "é́ ﷽ "])
def test_underlines_stand_right_after_characters_of_two_units(open_page: Open, before: str) -> None:
    page = open_page()
    page.locator(".target").select_option("en")
    area = draft(page, f"{before}open the gizmo 😀.")
    expect(page.locator(".mirror mark.literal")).to_have_text("open the gizmo")
    page.get_by_role("button", name="Replace with start the gizmo").click()
    expect(area).to_have_value(f"{before}start the gizmo 😀.")


def test_underlines_move_with_the_text_before_the_next_answer(open_page: Open) -> None:
    page = open_page()
    area = draft(page, "open the gizmo")
    expect(page.locator(".mirror mark.literal")).to_have_count(1)
    page.route("**/api/check", lambda route: None)  # no answer comes any more
    area.press("Home")
    area.press_sequentially("Do not ")
    expect(page.locator(".mirror mark.literal")).to_have_text("open the gizmo")


def test_a_late_answer_is_dropped(open_page: Open) -> None:
    page = open_page()
    held: list[playwright.Route] = []
    page.route("**/api/check", lambda route: held.append(route) if not held else route.continue_())
    area = draft(page, "Please open the gizmo")
    page.wait_for_function("() => true")
    page.wait_for_timeout(300)
    area.press("Control+a")
    page.keyboard.insert_text("All is well.")
    expect(page.locator(".count")).to_have_text("Nothing to mend. Ready to send.")
    assert held
    expect(page.locator(".mirror mark")).to_have_count(0)


def test_no_check_while_somebody_composes(open_page: Open) -> None:
    page = open_page()
    draft(page, "好的")
    expect(page.locator(".count")).not_to_be_empty()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/api/check" in request.url else None)
    client = page.context.new_cdp_session(page)
    client.send("Input.imeSetComposition", {"text": "da'kai", "selectionStart": 6, "selectionEnd": 6})
    page.wait_for_timeout(500)
    assert asked == []
    client.send("Input.insertText", {"text": "打开"})
    expect(page.locator(".draft")).to_have_value("好的打开")
    page.wait_for_timeout(500)
    assert len(asked) == 1


def test_all_is_fixed_in_one_step_and_taken_back_in_one(open_page: Open) -> None:
    page = open_page()
    text = "Please open the gizmo. Then update the gizmo ware and open the gizmo again."
    area = draft(page, text)
    expect(page.locator(".mirror mark")).to_have_count(3)
    page.get_by_role("button", name="Fix all").click()
    expect(area).to_have_value("Please switch on the gizmo. Then update the software and switch on the gizmo again.")
    expect(page.locator(".mirror mark")).to_have_count(0)
    area.press("Control+z")
    expect(area).to_have_value(text)


def test_a_severity_can_be_hidden_and_a_finding_ignored_here(open_page: Open) -> None:
    page = open_page()
    draft(page, "Please open the gizmo and the gizmo ware. Please open the gizmo.")
    expect(page.locator(".mirror mark")).to_have_count(3)
    page.locator(".filters button", has_text="Warnings").click()
    expect(page.locator(".mirror mark")).to_have_count(2)
    page.locator(".filters button", has_text="Warnings").click()
    page.locator(".list .card").first.get_by_role("button", name="Ignore here").click()
    expect(page.locator(".mirror mark")).to_have_count(2)
    expect(page.locator(".count")).to_have_text("2 things to look at")
    page.get_by_role("button", name="Show again").click()
    expect(page.locator(".mirror mark")).to_have_count(3)


def test_a_source_text_brings_findings_of_its_own(open_page: Open) -> None:
    page = open_page()
    draft(page, "Please wait for 3 minutes.")
    expect(page.locator(".count")).to_have_text("Nothing to mend. Ready to send.")
    page.get_by_role("button", name="Source text").click()
    page.locator(".from").select_option("zh")
    page.locator(".source-text").fill("请等待2分钟。")
    expect(page.locator(".mirror mark.number")).to_have_count(1)
    page.get_by_role("button", name="Without source text").click()
    expect(page.locator(".mirror mark")).to_have_count(0)


def test_a_chinese_browser_gets_chinese_words_and_reasons(open_page: Open) -> None:
    page = open_page(locale="zh-CN")
    expect(page.get_by_role("heading", name="检查草稿")).to_be_visible()
    draft(page, "Please open the gizmo.")
    expect(page.locator(".list .message")).to_contain_text("逐字直译")
    assert page.evaluate("document.documentElement.lang") == "zh-CN"


def test_an_example_is_one_click_away_and_the_draft_survives_a_change_of_page(open_page: Open) -> None:
    page = open_page()
    page.locator(".examples button").first.click()
    expect(page.locator(".mirror mark").first).to_be_visible()
    text = page.locator(".draft").input_value()
    page.get_by_role("link", name="Memory").click()
    expect(page.get_by_role("heading", name="Memory")).to_be_visible()
    page.get_by_role("link", name="Check a draft").click()
    expect(page.locator(".draft")).to_have_value(text)


def test_copying_puts_the_reply_on_the_clipboard(open_page: Open) -> None:
    page = open_page()
    draft(page, "Thank you — 谢谢 😀")
    page.get_by_role("button", name="Copy reply").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "Thank you — 谢谢 😀"


def test_a_phone_needs_no_sideways_scrolling(open_page: Open) -> None:
    page = open_page(size=PHONE)
    draft(page, "Please open the gizmo, " + "averyveryverylongword" * 8)
    page.locator(".list .card .what").first.tap()
    expect(page.locator(".sheet")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".tb").evaluate("e => e.scrollWidth <= e.clientWidth + 1")
    page.locator(".sheet").get_by_role("button", name=re.compile("switch on")).tap()
    expect(page.locator(".draft")).to_have_value(re.compile("^Please switch on the gizmo"))
    expect(page.locator(".sheet")).to_be_hidden()
