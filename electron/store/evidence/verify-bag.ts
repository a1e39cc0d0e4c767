import {
  BAG_DECLARATION,
  BAG_INFO,
  DECLARATION,
  FETCH,
  isBagPath,
  MANIFEST,
  PAYLOAD,
  parseManifest,
  TAG_MANIFEST,
} from '../../core/export/evidence/manifest.ts'
import { type BagFiles, bagFiles, bytesIn, sumIn } from './bag-files.ts'
import type { BagProblem, BagReport } from './bag-problem.ts'
import { verifyClippings } from './verify-clippings.ts'

/**
 * Recomputes all that a bag of evidence claims: that its files are those of its manifests and unchanged, that each chain of
 * changes is whole, and that originals, clippings and chains belong together. Nothing is written, no link is followed, and
 * no file is opened but those that are in the folder, whatever its manifests name. Throws where the folder cannot be read.
 */
export async function verifyBag(folder: string): Promise<BagReport> {
  const files = await bagFiles(folder)
  const problems: BagProblem[] = files.others.map(what => ({ kind: 'no-plain-file', what }))
  const declaration = await bytesIn(files, BAG_DECLARATION)
  if (declaration === undefined || declaration.toString('utf8') !== DECLARATION)
    problems.push({ kind: 'no-declaration', what: BAG_DECLARATION })
  if (files.paths.has(FETCH)) problems.push({ kind: 'fetched', what: FETCH })

  const payload = [...files.paths].filter(path => path.startsWith(PAYLOAD))
  const tags = [...files.paths].filter(path => !path.startsWith(PAYLOAD) && path !== TAG_MANIFEST)
  const size = await verifyManifest(files, MANIFEST, payload, problems)
  await verifyManifest(files, TAG_MANIFEST, tags, problems)
  const info = (await bytesIn(files, BAG_INFO))?.toString('utf8') ?? ''
  const claimed = /^Payload-Oxum: (.*)$/mu.exec(info)?.[1]
  if (claimed !== `${size}.${payload.length}`)
    problems.push({ kind: 'other-size', what: BAG_INFO, detail: claimed ?? '' })

  const { clippings, changes, lost } = await verifyClippings(files, problems)
  const seal = (await sumIn(files, TAG_MANIFEST))?.sha256
  return { ok: problems.length === 0, seal, files: files.paths.size, clippings, changes, lost, problems }
}

/** Holds files against their manifest; gives back how many bytes they have. */
async function verifyManifest(
  files: BagFiles,
  manifest: string,
  found: readonly string[],
  problems: BagProblem[],
): Promise<number> {
  const bytes = await bytesIn(files, manifest)
  if (bytes === undefined) problems.push({ kind: 'missing', what: manifest })
  const { entries, badLines } = parseManifest(bytes?.toString('utf8') ?? '')
  for (const line of badLines) problems.push({ kind: 'bad-line', what: manifest, detail: String(line) })
  const sums = new Map<string, string>()
  for (const { path, sha256 } of entries) {
    if (!isBagPath(path)) problems.push({ kind: 'unsafe-path', what: path, detail: manifest })
    else if (sums.has(path)) problems.push({ kind: 'twice', what: path, detail: manifest })
    else sums.set(path, sha256)
  }
  const there = new Set(found)
  for (const path of sums.keys())
    if (!there.has(path)) problems.push({ kind: 'missing', what: path, detail: manifest })
  let size = 0
  for (const path of found) {
    const sum = await sumIn(files, path)
    size += sum?.byteLength ?? 0
    const claimed = sums.get(path)
    if (claimed === undefined) problems.push({ kind: 'added', what: path, detail: manifest })
    else if (claimed !== sum?.sha256) problems.push({ kind: 'changed', what: path, detail: manifest })
  }
  return size
}
