import { ASSET_TYPES, type Asset } from '../core/model/asset.ts'
import { sha256Schema } from '../core/model/identifiers.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { keepContent, sha256Of } from './content-files.ts'
import type { DurableFiles } from './durable-files.ts'
import { assetPath } from './paths.ts'
import { damaged, type StoreFailure } from './store-failure.ts'

/** A picture to keep unchanged; its type is the one that its first bytes say. */
export interface AssetBytes {
  readonly bytes: Uint8Array
  readonly mediaType: Asset['mediaType']
}

/** Keeps each picture under its SHA-256, unless it is there already; gives them back in their order. */
export async function putAssets(
  files: DurableFiles,
  sources: readonly AssetBytes[],
): Promise<Result<Asset[], StoreFailure>> {
  const kept = await keepContent(files, sources, (sha256, { mediaType }) => assetPath({ sha256, mediaType }))
  return kept.ok ? ok(kept.value.map(({ source: { mediaType }, sha256 }) => ({ sha256, mediaType }))) : kept
}

/** The bytes, checked against their SHA-256. */
async function readAsset(files: DurableFiles, asset: Asset): Promise<Result<Uint8Array, StoreFailure>> {
  const path = assetPath(asset)
  const bytes = await files.read(path)
  if (!bytes.ok) return bytes
  if (bytes.value === undefined) return fail({ code: 'not-found', message: `${path} is missing` })
  if (sha256Of(bytes.value) !== asset.sha256) return fail(damaged(`${path} no longer has its SHA-256`))
  return ok(bytes.value)
}

const MEDIA_TYPES = Object.keys(ASSET_TYPES) as Asset['mediaType'][]

/** The picture of that name, whichever type it is. */
export async function findAsset(
  files: DurableFiles,
  sha256: string,
): Promise<Result<AssetBytes, StoreFailure>> {
  if (!sha256Schema.safeParse(sha256).success)
    return fail({ code: 'not-found', message: 'not the name of an asset' })
  for (const mediaType of MEDIA_TYPES) {
    const bytes = await readAsset(files, { sha256, mediaType })
    if (bytes.ok) return ok({ bytes: bytes.value, mediaType })
    if (bytes.error.code !== 'not-found') return bytes
  }
  return fail({ code: 'not-found', message: `the asset ${sha256} is missing` })
}
