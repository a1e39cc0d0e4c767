import { BUILT_IN_TEMPLATE_IDS } from '../core/model/built-in-templates.ts'
import { CITATION_STYLES } from '../core/model/citation-style.ts'
import { formatFacts, WRITTEN_FORMAT_IDS } from '../core/model/export-formats.ts'
import { MARKDOWN_FLAVOURS, MARKDOWN_HIGHLIGHTS, MARKDOWN_PICTURES } from '../core/model/markdown-layout.ts'

const FORMATS = WRITTEN_FORMAT_IDS.join(', ')
const FOLDERS = WRITTEN_FORMAT_IDS.filter(format => formatFacts(format).target === 'folder').join(' and ')

/** What `cuttings --help` prints. */
export const USAGE = `cuttings: clip articles without a window, offline.

  cuttings extract FILE [--all] [--json] read a page, a text or a document; prints Markdown, or one JSON object;
                                         --all reads every item of an archive or an export, not only the first
  cuttings extract - [--json]            the same from standard input
  cuttings extract --stdin0              NUL-separated paths on standard input; one JSON object a line, in order
  cuttings import PATH... [--library DIR] [--dry-run] [--json]
                                         keep files, folders, archives and exports in a library; --dry-run says
                                         what would become of each item, and writes nothing
  cuttings list [--library DIR] [--json]
  cuttings search QUERY [--library DIR] [--json]
  cuttings export --format FORMAT --to PATH [--collection NAME] [--tag TAG] [--language en|zh-Hans]
                  [--style STYLE] [--flavour F] [--pictures P] [--highlights H] [--originals]
                  [--template T] [--paper A4|Letter|A5] [--edited mine|new|beside] [--library DIR]
                                         FORMAT is ${FORMATS};
                                         PATH is the file, or for ${FOLDERS} the folder;
                                         STYLE of citations is ${CITATION_STYLES.join(', ')};
                                         --paper is the page of a document of Word;
                                         of Markdown F is ${MARKDOWN_FLAVOURS.join(', ')},
                                         P is ${MARKDOWN_PICTURES.join(', ')}, H is ${MARKDOWN_HIGHLIGHTS.join(', ')},
                                         and --originals puts the original files beside;
                                         --template is ${BUILT_IN_TEMPLATE_IDS.join(', ')}, or a file in Liquid;
                                         a Markdown folder is brought up to date: of files changed by hand
                                         --edited keeps mine, takes new, or puts the new beside
  cuttings verify [--library DIR] [--json]
                                         recompute every checksum and reference
  cuttings verify BAG [--json]           check an evidence pack: its files, its sums, its chains of changes
  cuttings repair [--library DIR] [--backups DIR] [--json]
                                         fix what the journal and the backups can fix; what is replaced is kept
  cuttings backup [--library DIR] [--backups DIR] [--json]
                                         back the library up, also while it is open
  cuttings backup list | verify          which backups there are; whether all that they need is whole
  cuttings restore BACKUP --to DIR [--library DIR] [--backups DIR] [--json]
                                         restore everything into a new folder; BACKUP is a name, or latest
  cuttings restore BACKUP --replace      the same in the place of the library, which is moved aside
  cuttings restore BACKUP --clipping ID [--preview]
                                         restore one clipping; --preview says what would change
  cuttings archive create FILE [--library DIR] [--json]
                                         the whole library as one ZIP file
  cuttings archive extract FILE --to DIR [--json]
                                         a library again, in a new folder

Backups are in the folder backups of the library, unless --backups names another.
Without --library, the library is $CUTTINGS_LIBRARY, or Documents/Cuttings in your home folder.
Exit status: 0 all done; 1 something failed (said on standard error; the rest was done); 2 wrong usage.
`
