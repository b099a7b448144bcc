"""Running a Schematron schema with XPath 2.0, which lxml's own cannot: patterns, rules, asserts and reports."""

from __future__ import annotations

from pathlib import Path

from elementpath import XPath2Parser, XPathContext, get_node_tree
from lxml import etree

_SCH = "{http://purl.oclc.org/dsdl/schematron}"


def violations(schema: Path, document: etree._Element) -> list[str]:
    """Messages of the checks that fail; in each pattern the first rule that fits a node is the one that counts."""
    rules = etree.parse(str(schema)).getroot()
    parser = XPath2Parser(namespaces={ns.get("prefix", ""): ns.get("uri", "") for ns in rules.iter(f"{_SCH}ns")})
    root = get_node_tree(document)
    found: list[str] = []
    for pattern in rules.iter(f"{_SCH}pattern"):
        taken: set[int] = set()
        for rule in pattern.iter(f"{_SCH}rule"):
            where = rule.get("context", "")
            checks = [check for check in rule if check.tag in (f"{_SCH}assert", f"{_SCH}report")]
            tests = [parser.parse(f"boolean({check.get('test')})") for check in checks]
            for node in list(parser.parse(f"//{where}").select(XPathContext(root))):
                if id(node) in taken:
                    continue
                taken.add(id(node))
                for check, test in zip(checks, tests, strict=True):
                    if bool(test.evaluate(XPathContext(root, item=node))) != (check.tag == f"{_SCH}assert"):
                        found.append(f"{where}: {''.join(check.itertext()).strip()}")
    return found
