import type { RootContent } from 'mdast'
import type { Clipping } from '../../model/clipping.ts'
import type { ExportSource } from '../writer.ts'

/** What a note says of the files beside it; addresses as its own file has them. */
export interface Beside {
  /** Of the note itself. */
  readonly path: string
  readonly originals: readonly string[]
  /** Paths of the articles of the same family, and of other versions of the page. */
  readonly related: readonly string[]
}

/** Where the files of a folder are; paths with `/`. */
export interface FolderPlan {
  readonly index: string
  /** In the order of the clippings. */
  readonly articles: readonly string[]
  /** The index of sources, where the program has links that are worth one. */
  readonly sources?: string | undefined
  /** Where a picture or an original goes that the article at `path` has. */
  readonly beside: (kind: 'pictures' | 'originals', path: string) => string
}

/** What a program reads beyond CommonMark, and what it would take a text for. */
export interface Flavour {
  /** What stands above an article: its properties. */
  readonly properties: (clipping: Clipping, beside?: Beside) => RootContent[]
  readonly headProperties: (source: Pick<ExportSource, 'title' | 'createdAt' | 'articles'>) => RootContent[]
  /** The text of a file, or of a part of one. */
  readonly write: (children: RootContent[]) => string
  /** A link to an article of the same folder, in the file at `from`. */
  readonly link: (from: string, to: string, label: string) => Linked
  /** The note of an article, below its label. */
  readonly note?: (paragraphs: RootContent[], label: string) => RootContent[]
  readonly folder: (source: Pick<ExportSource, 'clippings' | 'language' | 'title'>) => FolderPlan
  /** Whether a highlight shows in the text; where it does not, one without a note is listed. */
  readonly showsMarks: boolean
  /** Links to sections of one file: by the anchors of GitHub where it says nothing else. */
  readonly sectionLink?: (clipping: Pick<Clipping, 'id'>, label: string) => Linked
  /** Given to the heading of an article in one file, so that {@link sectionLink} finds it. */
  readonly sectionName?: (clipping: Pick<Clipping, 'id'>) => RootContent[]
}

type Linked = Extract<RootContent, { type: 'paragraph' }>['children']
