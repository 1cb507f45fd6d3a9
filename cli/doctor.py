"""kg doctor"""

from __future__ import annotations

from typing import Annotated

import typer

from cli.options import Data, Form, FormOption, Uri, chosen, opened
from cli.output import console, print_json


def doctor(
    repair: Annotated[bool, typer.Option("--repair", help="Set right what is wrong.")] = False,
    data: Data = None,
    store: Uri = None,
    form: FormOption = Form.text,
) -> None:
    """Check that the graph holds together: counts, orphans, shortcuts, indexes; and that its RDF follows it.

    What cannot be set right from the graph itself is marked, and the next load reads those documents again.
    Exit code: 0 all is well or was set right, 1 something is wrong.

    Examples:

        kg doctor

        kg doctor --repair
    """
    from dataclasses import asdict

    from api.rdf import Rdf
    from kg.store.doctor import examine

    settings = chosen(data, store)
    with opened(data, store, writing=repair) as source:
        findings = examine(source, repair=repair)
        rdf = Rdf(lambda: source, settings)
        try:
            rdf().sync()
        finally:
            rdf.close()
    if form is Form.text:
        screen = console()
        for finding in findings:
            what = "set right" if finding.repaired else "wrong"
            screen.print(f"{what}: {len(finding.ids)} {finding.what}: {', '.join(finding.examples)}", markup=False)
        if not findings:
            screen.print("all is well")
    else:
        print_json([asdict(finding) for finding in findings])
    if any(not finding.repaired for finding in findings):
        raise typer.Exit(1)
