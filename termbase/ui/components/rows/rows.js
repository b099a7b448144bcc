// A list of rows, built anew whenever Python sends other data. Text nodes only.

export default function ({ parentElement, data, setTriggerValue }) {
  const list = parentElement.querySelector(".rows");
  list.replaceChildren(...data.rows.map((row) => drawn(row, data, setTriggerValue)));
}

function make(tag, className, text) {
  const node = document.createElement(tag);
  node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function drawn(row, data, setTriggerValue) {
  const item = make("li", data.open ? "row opens" : "row");
  item.dataset.id = row.id;
  const texts = make("div", "texts");
  let group;
  for (const [n, line] of row.lines.entries()) {
    // texts of one tone stand beside each other; a copied one, a phrase, has a line of its own
    if (!group || line.copy || row.lines[n - 1].tone !== line.tone) texts.append((group = make("div", "group")));
    group.append(textLine(line, data));
  }
  item.append(texts);
  if (row.meta.length) {
    const meta = make("div", "meta");
    meta.append(...row.meta.map((said) => make("span", "", said)));
    item.append(meta);
  }
  if (data.open) {
    const open = make("button", "open", "›");
    open.type = "button";
    open.setAttribute("aria-label", `${data.open}: ${row.lines[0]?.text ?? row.id}`);
    item.append(open);
    item.onclick = () => {
      if (!String(getSelection())) setTriggerValue("opened", row.id);
    };
  }
  return item;
}

function textLine(line, data) {
  const node = make("div", `line ${line.tone} ${line.badge_tone}`);
  if (line.lang) node.append(make("span", "tag", line.lang));
  const text = make("span", "text", line.text);
  text.lang = line.lang;
  text.dir = "auto";
  node.append(text);
  if (line.badge) node.append(make("span", "badge", line.badge));
  if (line.copy) {
    const copy = make("button", "copy", line.copy);
    copy.type = "button";
    copy.onclick = async (event) => {
      event.stopPropagation();
      await toClipboard(line.text, node);
      copy.textContent = data.copied;
      setTimeout(() => { copy.textContent = line.copy; }, 1600);
    };
    node.append(copy);
  }
  return node;
}

async function toClipboard(text, node) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const range = document.createRange();
    range.selectNodeContents(node.querySelector(".text"));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    document.execCommand("copy");
    getSelection().removeAllRanges();
  }
}
