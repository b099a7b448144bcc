// The draft editor: checks while somebody types, underlines what it finds, mends it with one click.
//
// A native <textarea> keeps IME, undo, spell checking and screen readers; the mirror beneath it only draws lines.
// Drafts reach the page as text nodes and never as HTML. Typing causes no Streamlit rerun: the component asks
// the check route itself, numbers its questions, and drops answers that come too late.

const DEBOUNCE = 120;
const KEPT = Symbol.for("termbase.draft"); // survives a change of page, not a reload
const SEVERITIES = ["error", "warning", "suggestion"];
const editors = new WeakMap();

export default function (component) {
  const { parentElement: root, data } = component;
  let editor = editors.get(root);
  if (!editor) {
    editor = new Editor(root);
    editors.set(root, editor);
  }
  editor.dress(data);
  return () => {
    editor.close();
    editors.delete(root);
  };
}

/** UTF-16 offset of each code point of `text`, and of its end; null where the two ways of counting agree. */
export function utf16Offsets(text) {
  if (!/[\ud800-\udfff]/.test(text)) return null;
  const offsets = [];
  let at = 0;
  for (const character of text) {
    offsets.push(at);
    at += character.length;
  }
  offsets.push(at);
  return offsets;
}

/** Where two texts differ: characters from `start` to `end` of `before` became `length` others. What was typed ends
    at the caret, which tells an "o" put before another "o" from one put after it. */
export function difference(before, after, caret = 0) {
  const most = Math.min(before.length, after.length - caret);
  let tail = 0;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const shorter = Math.min(before.length, after.length) - tail;
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  return { start, end: before.length - tail, length: after.length - tail - start };
}

/** Spans moved by an edit; those the edit touched are gone. */
export function shifted(spans, { start, end, length }) {
  const by = length - (end - start);
  return spans
    .filter((s) => s.end <= start || s.start >= end || (s.start === 0 && s.end === 0))
    .map((s) => (s.start >= end && s.end > 0 ? { ...s, start: s.start + by, end: s.end + by } : s));
}

/** The sentence around a span, as its place in the text. */
export function sentenceAround(text, from, to) {
  const ends = /(?:[.!?…]+["'”’)]*(?=\s|$)|[。！？\n]+[」』）”]*)\s*/gu; // a dot inside a word ends nothing
  let start = 0;
  let end = text.length;
  for (const match of text.matchAll(ends)) {
    const after = match.index + match[0].length;
    if (after <= from) start = after;
    else if (match.index >= to) {
      end = after;
      break;
    }
  }
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function fill(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

class Editor {
  constructor(root) {
    this.root = root;
    this.part = (selector) => root.querySelector(selector);
    this.box = this.part(".tb");
    this.draft = this.part(".draft");
    this.mirror = this.part(".mirror");
    this.source = this.part(".source-text");
    this.list = this.part(".list");
    this.sheet = this.part(".sheet");
    this.kept = window[KEPT] ??= { text: "", source: "", target: "", from: "", open: false, hidden: [], ignored: [], silenced: [] };
    this.findings = [];
    this.active = null;
    this.question = 0;
    this.composing = false;
    this.lastKey = 0;
    this.checked = false;
    this.guessed = "";
    this.trouble = "";
    this.closing = new AbortController();
    this.listen();
  }

  close() {
    this.closing.abort();
    this.asking?.abort();
    clearTimeout(this.timer);
  }

  on(node, event, handler) {
    node.addEventListener(event, handler, { signal: this.closing.signal });
  }

  listen() {
    this.on(this.draft, "input", () => this.typed());
    for (const area of [this.draft, this.source]) {
      this.on(area, "compositionstart", () => { this.composing = true; clearTimeout(this.timer); });
      this.on(area, "compositionend", () => { this.composing = false; this.soon(); });
    }
    this.on(this.draft, "click", () => this.open(this.at(this.draft.selectionStart)));
    this.on(this.box, "keydown", (event) => this.key(event));
    this.on(this.source, "input", () => { this.kept.source = this.source.value; this.touched(); this.soon(); });
    this.on(this.part(".target"), "change", (event) => { this.kept.target = event.target.value; this.soon(0); });
    this.on(this.part(".from"), "change", (event) => { this.kept.from = event.target.value; this.soon(0); });
    this.on(this.part(".source-toggle"), "click", () => { this.kept.open = !this.kept.open; this.showSource(true); });
    this.on(this.part(".fix-all"), "click", () => this.fixAll());
    this.on(this.part(".copy"), "click", () => this.copy());
    this.on(this.part(".restore"), "click", () => { this.kept.ignored = []; this.kept.silenced = []; this.draw(); });
    const room = window.visualViewport;
    if (room) {
      const lift = () => this.box.style.setProperty("--keyboard", `${Math.max(0, innerHeight - room.height - room.offsetTop)}px`);
      this.on(room, "resize", lift);
      this.on(room, "scroll", lift);
    }
  }

  // What Python says: words, languages, examples.

  dress(data) {
    const first = !this.data;
    this.data = data;
    this.words = data.words;
    this.box.lang = data.ui;
    this.names = new Intl.DisplayNames([data.ui], { type: "language" });
    const words = this.words;
    this.part(".target-label").textContent = words.target;
    this.part(".from-label").textContent = words.from;
    this.part(".copy").textContent = words.copy;
    this.part(".fix-all").textContent = words.fix_all;
    this.part(".keys").textContent = words.keys;
    this.part(".restore").textContent = words.restore;
    this.part(".welcome-text").textContent = words.welcome;
    this.part(".filters").setAttribute("aria-label", words.filter);
    this.part(".right").setAttribute("aria-label", words.findings);
    this.draft.setAttribute("aria-label", words.draft);
    this.draft.placeholder = words.placeholder;
    this.source.setAttribute("aria-label", words.source);
    this.source.placeholder = words.source_placeholder;
    this.part(".examples").replaceChildren(...data.examples.map((example) => this.exampleButton(example)));
    this.languages(this.part(".from"), words.not_said, this.kept.from);
    if (first) {
      this.draft.value = this.before = this.kept.text;
      this.source.value = this.kept.source;
      this.soon(0);
    }
    this.showSource(false);
    this.showTarget();
    this.draw();
  }

  languages(select, none, chosen) {
    const options = this.data.languages.map((code) => new Option(this.name(code), code));
    select.replaceChildren(new Option(none, ""), ...options);
    select.value = chosen;
  }

  name(code) {
    try {
      return this.names.of(code);
    } catch {
      return code;
    }
  }

  showTarget() {
    const guessed = this.guessed ? fill(this.words.guessed, { language: this.name(this.guessed) }) : this.words.guess;
    this.languages(this.part(".target"), guessed, this.kept.target);
    this.draft.lang = this.kept.target || this.guessed || "";
    this.source.lang = this.kept.from;
  }

  showSource(focus) {
    const toggle = this.part(".source-toggle");
    toggle.textContent = this.kept.open ? this.words.hide_source : this.words.show_source;
    toggle.setAttribute("aria-expanded", String(this.kept.open));
    this.part(".source").hidden = !this.kept.open;
    if (focus && this.kept.open) this.source.focus();
    if (focus && this.kept.source) this.soon(0);
  }

  exampleButton(example) {
    const button = make("button", "", undefined);
    button.type = "button";
    const text = make("span", "", example.draft);
    text.lang = example.target_lang;
    button.append(make("b", "", example.title), text);
    button.onclick = () => {
      Object.assign(this.kept, { source: example.source ?? "", from: example.source_lang ?? "", target: "", open: Boolean(example.source) });
      this.source.value = this.kept.source;
      this.part(".from").value = this.kept.from;
      this.showSource(false);
      this.write(0, this.draft.value.length, example.draft);
      this.soon(0);
    };
    return button;
  }

  // Typing

  touched() {
    this.lastKey = performance.now();
  }

  typed() {
    this.touched();
    const text = this.draft.value;
    const edit = difference(this.before, text, this.draft.selectionStart);
    this.findings = shifted(this.findings, edit);
    this.kept.ignored = shifted(this.kept.ignored, edit);
    this.before = this.kept.text = text;
    if (this.active && !this.findings.some((f) => same(f, this.active))) this.active = null;
    this.active = this.active && this.findings.find((f) => same(f, this.active));
    this.drawMirror();
    this.drawSheet();
    this.soon();
  }

  soon(wait = DEBOUNCE) {
    clearTimeout(this.timer);
    if (!this.composing) this.timer = setTimeout(() => this.check(), wait);
  }

  async check() {
    const text = this.draft.value;
    const question = ++this.question;
    this.asking?.abort();
    if (!text.trim()) {
      this.kept.ignored = [];
      this.kept.silenced = []; // the next reply is another draft
      this.findings = [];
      this.checked = false;
      this.trouble = this.guessed = "";
      this.showTarget();
      this.draw();
      return;
    }
    this.asking = new AbortController();
    const asked = { draft: whole(text) };
    if (this.kept.target) asked.target_lang = this.kept.target;
    if (this.kept.from) asked.source_lang = this.kept.from;
    if (this.kept.open && this.source.value.trim()) asked.source = whole(this.source.value);
    try {
      const answer = await fetch(this.data.url, {
        method: "POST",
        headers: { "Content-Type": "application/json", "Accept-Language": this.data.ui },
        body: JSON.stringify(asked),
        credentials: "same-origin",
        signal: this.asking.signal,
      });
      const said = await answer.json();
      if (question !== this.question || this.draft.value !== text) return; // too late: another question is on its way
      if (answer.ok) this.found(said, text);
      else this.trouble = said.detail || this.words.offline;
    } catch (error) {
      if (error.name === "AbortError" || question !== this.question) return;
      this.trouble = this.words.offline;
    }
    this.draw();
    requestAnimationFrame(() => { this.box.dataset.latency = Math.round(performance.now() - this.lastKey); });
  }

  found(said, text) {
    const offsets = utf16Offsets(text);
    const place = (at) => (offsets ? offsets[at] : at);
    this.findings = said.findings.map((f) => ({ ...f, start: place(f.start), end: place(f.end) }));
    if (this.active) this.active = this.findings.find((f) => same(f, this.active)) ?? null;
    this.checked = true;
    this.trouble = "";
    const guessed = this.kept.target || said.target_lang === "und" ? "" : said.target_lang;
    if (guessed !== this.guessed) {
      this.guessed = guessed;
      this.showTarget();
    }
  }

  // Which findings are shown, and which one is open

  shown() {
    return this.findings.filter((f) => !this.kept.hidden.includes(f.severity) && !this.isIgnored(f));
  }

  isIgnored(finding) {
    return this.kept.silenced.includes(ruleOf(finding)) || this.kept.ignored.some((other) => same(other, finding));
  }

  at(offset) {
    const here = this.shown().filter((f) => f.end > f.start && f.start <= offset && offset <= f.end);
    return here.sort((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
  }

  open(finding, { focus = false } = {}) {
    this.active = finding;
    this.draw();
    if (!finding) return;
    this.mirror.querySelector("mark.on")?.scrollIntoView({ block: "nearest" });
    const narrow = getComputedStyle(this.sheet).display !== "none";
    const card = narrow ? this.sheet : this.list.querySelector(".card.on");
    if (!narrow) scrollWithin(this.list, card);
    if (focus) card?.querySelector(".row button")?.focus({ preventScroll: true });
  }

  step(by) {
    const all = this.shown();
    if (!all.length) return;
    const now = all.findIndex((f) => this.active && same(f, this.active));
    let next;
    if (now >= 0) next = (now + by + all.length) % all.length;
    else {
      const caret = this.draft.selectionStart;
      next = by > 0 ? all.findIndex((f) => f.end >= caret) : all.findLastIndex((f) => f.start < caret);
      if (next < 0) next = by > 0 ? 0 : all.length - 1;
    }
    this.draft.setSelectionRange(all[next].start, all[next].start);
    this.open(all[next], { focus: true });
  }

  key(event) {
    const next = event.key === "F8" || (event.altKey && event.key === "ArrowDown");
    const previous = event.altKey && event.key === "ArrowUp";
    if (next || previous) {
      event.preventDefault();
      this.step(previous || event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape" && this.active) {
      event.preventDefault();
      this.dismiss();
    }
  }

  dismiss() {
    this.active = null;
    this.draw();
    this.draft.focus({ preventScroll: true });
  }

  // Mending

  /** Put `text` in the place of a span so that Ctrl+Z takes it back; execCommand is the only way to do that. */
  write(start, end, text) {
    this.draft.focus({ preventScroll: true });
    this.draft.setSelectionRange(start, end);
    const done = text ? document.execCommand("insertText", false, text) : document.execCommand("delete");
    if (!done) {
      this.draft.setRangeText(text, start, end, "end");
      this.draft.dispatchEvent(new Event("input"));
    }
  }

  fix(finding, replacement) {
    this.judge(finding, "accepted");
    this.active = null;
    this.write(finding.start, finding.end, replacement);
    this.soon(0);
    this.draw();
  }

  /** Every first replacement in one edit, hence one Ctrl+Z. */
  fixAll() {
    const fixes = [];
    for (const finding of this.fixable()) if (!fixes.length || finding.start >= fixes.at(-1).end) fixes.push(finding);
    if (!fixes.length) return;
    const from = fixes[0].start;
    const to = fixes.at(-1).end;
    let text = "";
    let at = from;
    for (const finding of fixes) {
      const { start, end, replacements } = finding;
      this.judge(finding, "accepted");
      text += this.draft.value.slice(at, start) + replacements[0];
      at = end;
    }
    this.active = null;
    this.write(from, to, text);
    this.soon(0);
    this.draw();
  }

  fixable() {
    return this.shown().filter((f) => f.end > f.start && f.replacements.length);
  }

  ignore(finding) {
    this.judge(finding, "dismissed");
    this.kept.ignored = [...this.kept.ignored, finding];
    this.dismiss();
  }

  /** Ignore a rule, or a wording where no rule of the base speaks, in all of this draft. */
  silence(finding, verdict) {
    this.judge(finding, verdict);
    this.kept.silenced = [...this.kept.silenced, ruleOf(finding)];
    this.dismiss();
  }

  /** Tell which rule was right or wrong; nothing of the draft goes with it, and nobody waits for the answer. */
  judge(finding, verdict) {
    if (!finding.term || !this.data.verdicts) return;
    fetch(this.data.verdicts, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ term: finding.term, verdict }),
      credentials: "same-origin",
      keepalive: true,
    }).catch(() => {});
  }

  async copy() {
    const button = this.part(".copy");
    let done = true;
    try {
      await navigator.clipboard.writeText(this.draft.value);
    } catch {
      this.draft.focus();
      this.draft.select();
      done = document.execCommand("copy");
    }
    button.textContent = done ? this.words.copied : this.words.copy_failed;
    setTimeout(() => { button.textContent = this.words.copy; }, 1600);
  }

  // Drawing

  draw() {
    this.drawMirror();
    this.drawCount();
    this.drawFilters();
    const scroll = this.list.scrollTop;
    this.list.replaceChildren(...this.shown().map((finding) => this.card(finding, "li")));
    this.list.scrollTop = scroll;
    this.drawSheet();
    const ignored = this.findings.filter((f) => this.isIgnored(f)).length;
    this.part(".ignored").hidden = !ignored;
    this.part(".ignored span").textContent = fill(this.words.ignored, { n: ignored });
    this.part(".welcome").hidden = Boolean(this.draft.value);
    this.part(".copy").hidden = !this.draft.value;
  }

  /** The draft cut at the edges of all findings; a piece under several of them is drawn as the smallest one. */
  drawMirror() {
    const text = this.draft.value;
    const marked = this.shown().filter((f) => f.end > f.start && f.end <= text.length);
    const cuts = [...new Set([0, text.length, ...marked.flatMap((f) => [f.start, f.end])])].sort((a, b) => a - b);
    const pieces = [];
    for (let i = 0; i + 1 < cuts.length; i++) {
      const piece = text.slice(cuts[i], cuts[i + 1]);
      const here = marked.filter((f) => f.start <= cuts[i] && f.end >= cuts[i + 1]);
      const top = here.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
      if (!top) {
        pieces.push(piece);
        continue;
      }
      const on = this.active && here.some((f) => same(f, this.active));
      pieces.push(make("mark", `${top.kind} ${top.severity}${on ? " on" : ""}`, piece));
    }
    this.mirror.replaceChildren(...pieces, "\u200b");
  }

  drawCount() {
    const count = this.part(".count");
    const n = this.shown().length;
    const plural = new Intl.PluralRules(this.data.ui).select(n) === "one" ? this.words.found_one : this.words.found;
    let said = "";
    if (this.trouble) said = this.trouble;
    else if (this.checked) said = n ? fill(plural, { n }) : this.words.clean;
    count.classList.toggle("trouble", Boolean(this.trouble));
    if (count.textContent !== said) count.textContent = said;
    this.part(".bar").hidden = !said;
    this.part(".fix-all").hidden = this.fixable().length < 2;
  }

  drawFilters() {
    const group = this.part(".filters");
    const live = this.findings.filter((f) => !this.isIgnored(f));
    const present = SEVERITIES.filter((s) => live.some((f) => f.severity === s));
    group.hidden = present.length < 2 && !this.kept.hidden.some((s) => present.includes(s));
    group.replaceChildren(
      ...present.map((severity) => {
        const n = live.filter((f) => f.severity === severity).length;
        const button = make("button", "", `${this.words.severities[severity]} ${n}`);
        button.type = "button";
        button.setAttribute("aria-pressed", String(!this.kept.hidden.includes(severity)));
        button.onclick = () => {
          const hidden = new Set(this.kept.hidden);
          if (!hidden.delete(severity)) hidden.add(severity);
          this.kept.hidden = [...hidden];
          this.draw();
          [...group.children].find((b) => b.textContent === button.textContent)?.focus();
        };
        return button;
      }),
    );
  }

  card(finding, tag) {
    const text = this.draft.value;
    const on = this.active && same(finding, this.active);
    const card = make(tag, `card ${finding.kind}${on ? " on" : ""}`);
    const language = this.draft.lang;
    const top = make("div", "top");
    if (finding.text) {
      const what = make("span", "what", finding.text);
      what.lang = language;
      top.append(what);
    }
    const kind = this.words.kinds[finding.kind] ?? finding.kind;
    top.append(make("span", "kind", `${kind} · ${this.words.severity[finding.severity]}`));
    card.append(top, make("p", "message", finding.message));
    if (finding.end > finding.start) card.append(this.sentence(finding, text, language));
    const row = make("div", "row");
    const spanned = finding.end > finding.start;
    for (const [n, replacement] of (spanned ? finding.replacements : []).slice(0, 4).entries()) {
      const button = make("button", n ? "fix" : "fix strong", replacement || this.words.remove);
      button.type = "button";
      if (replacement) button.lang = language;
      button.setAttribute("aria-label", replacement ? fill(this.words.replace, { text: replacement }) : this.words.remove);
      button.onclick = (event) => { event.stopPropagation(); this.fix(finding, replacement); };
      row.append(button);
    }
    const ignore = make("button", "plain ignore", this.words.ignore);
    ignore.type = "button";
    ignore.onclick = (event) => { event.stopPropagation(); this.ignore(finding); };
    row.append(ignore);
    card.append(row);
    if (on) card.append(this.more(finding));
    if (tag === "li") {
      card.onclick = () => {
        if (String(getSelection())) return; // somebody is selecting the words of the card
        this.draft.setSelectionRange(finding.start, finding.start);
        this.open(finding);
      };
    }
    return card;
  }

  /** Under the open finding: ignore it in the whole draft, or say that the rule is wrong. */
  more(finding) {
    const row = make("div", "row more");
    const add = (label, verdict) => {
      const button = make("button", "link", label);
      button.type = "button";
      button.onclick = (event) => { event.stopPropagation(); this.silence(finding, verdict); };
      row.append(button);
    };
    add(this.words.ignore_all, "dismissed");
    if (finding.term) add(this.words.report, "reported");
    return row;
  }

  sentence(finding, text, language) {
    const place = sentenceAround(text, finding.start, finding.end);
    const line = make("p", "sentence");
    line.lang = language;
    line.append(
      text.slice(place.start, finding.start),
      make("mark", `${finding.kind} on`, text.slice(finding.start, finding.end)),
      text.slice(finding.end, Math.max(place.end, finding.end)),
    );
    return line;
  }

  /** The open finding at the foot of a phone's screen; elsewhere the style sheet keeps it away. */
  drawSheet() {
    const finding = this.active;
    this.sheet.hidden = !finding;
    if (!finding) {
      this.sheet.replaceChildren();
      return;
    }
    const all = this.shown();
    const bar = make("div", "step");
    const button = (label, text, act) => {
      const b = make("button", "", text);
      b.type = "button";
      b.setAttribute("aria-label", label);
      b.onclick = act;
      return b;
    };
    const n = all.findIndex((f) => same(f, finding)) + 1;
    bar.append(
      make("span", "", fill(this.words.of, { n, all: all.length })),
      button(this.words.previous, "‹", () => this.step(-1)),
      button(this.words.next, "›", () => this.step(1)),
      button(this.words.close, "×", () => this.dismiss()),
    );
    this.sheet.className = `sheet ${finding.kind}`;
    this.sheet.setAttribute("aria-label", finding.message);
    this.sheet.replaceChildren(bar, this.card(finding, "div"));
  }
}

/** What to be silent about when a finding is ignored in the whole draft. */
function ruleOf(finding) {
  return finding.term ?? `${finding.check} ${finding.text.toLowerCase()}`;
}

function same(a, b) {
  return a.start === b.start && a.end === b.end && a.check === b.check && a.message === b.message;
}

/** A text as JSON and UTF-8 can hold it; half a character becomes U+FFFD, and no offset moves. */
function whole(text) {
  return text.toWellFormed ? text.toWellFormed() : text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

/** Bring a card into view without moving the page. */
function scrollWithin(list, card) {
  if (!card) return;
  const room = list.getBoundingClientRect();
  const place = card.getBoundingClientRect();
  if (place.top < room.top) list.scrollTop -= room.top - place.top + 4;
  else if (place.bottom > room.bottom) list.scrollTop += place.bottom - room.bottom + 4;
}
