"""Test vectors: sets read from folders and zips, run stage by stage, judged, reported; published sets fetched.

``files`` finds and bounds what somebody else made, ``manifests`` reads it into the shapes of ``model``, ``keyrings`` makes what its key
descriptions name, ``runner`` runs, ``verdict`` judges, ``report`` renders, ``published`` indexes other projects' sets, ``fetch`` brings
them (the only place that touches the network), ``lint`` checks our own.
"""
