"""Test vectors: sets read from folders and zips, run stage by stage, judged, reported; published sets fetched.

``files`` finds and bounds what somebody else made, ``manifests`` reads it into the shapes of ``model``, ``opening`` makes the keyrings of
its key descriptions, ``runner`` runs, ``verdict`` judges, ``report`` renders, ``published`` indexes other projects' sets, ``fetch``
downloads them (the only place that touches the network), ``lint`` checks our own.
"""
