"""What people do with termbase: check, import and export, curate, remember, load packs, report.

A service takes an open `Store` and plain values, and returns plain values; it brings the checks, the
formats and the store together, which do not know each other. Nothing here prints, and nothing here knows
a browser, a command line or a request.

    checking    a draft and what is wrong with it
    exchange    files in and out (incoming, identity and merging hold its parts)
    curate      concepts and units, one at a time
    propose     literal renderings of a term for a curator to tick
    remember    what the memory holds for a text
    packs       the starter packs
    report      counts of what the store holds
    people      who is using termbase
"""
