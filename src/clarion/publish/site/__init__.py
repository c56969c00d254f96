"""A record as a web site of plain files, for any web server and for a folder opened from a disk.

    build(record, options, exports, known)   -> the files of the site, its manifest last
    check_files(manifest, files)             -> what is wrong with a copy of it

Pages hold no address that leads out, ask nobody for anything, and work without scripts but for the search. Pure: the
same record, options and former manifest give the same bytes. Nothing here withholds anything: what is given must be
what a view may see already.
"""

from clarion.publish.site.building import SiteFile, build, words_of_frame
from clarion.publish.site.manifest import NAME, Manifest, Wrong, check_files, read_manifest

__all__ = ["NAME", "Manifest", "SiteFile", "Wrong", "build", "check_files", "read_manifest", "words_of_frame"]
