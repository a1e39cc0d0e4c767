import { expect, test } from 'vitest'
import { organiseHandlers } from '../../../../electron/main/handlers/organise.ts'
import { got } from '../../store/scratch-library.ts'
import { careScene, openOf } from '../care-scene.ts'

test('a search that cannot be read is not saved, and one that is still being typed is', async () => {
  const { desk, current } = await careScene()
  const save = organiseHandlers(desk)['search:save']
  for (const query of ['published:someday', 'is:purple', 'lang:klingon9'])
    expect(await save({ name: 'Ports', query })).toMatchObject({
      ok: false,
      error: { code: 'invalid-query' },
    })
  expect(openOf(current).state.savedSearches.size).toBe(0)
  const saved = got(await save({ name: 'Ports', query: 'title:"port strike' }))
  expect(saved.savedSearch.query).toBe('title:"port strike')
})
