import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-change.ts'
import { useRequest } from '../../api/use-request.ts'
import { currentRoute } from '../../routing/use-route.ts'
import { useStore } from '../../state/store.ts'
import { Select } from '../../ui/Select.tsx'
import { EventDialog } from './EventDialog.tsx'
import { passageEvent } from './passage-event.ts'

const close = () => passageEvent.set(undefined)

/** Makes an event of a passage that is selected in the reader, in the chronology of a collection. */
export function PassageEventDialog() {
  const { t } = useTranslation()
  const from = useStore(passageEvent)
  const { data: overview } = useRequest('library:overview', {}, { enabled: from !== undefined })
  const add = useChange('chronology:add')
  const [chosen, setChosen] = useState<string>()
  if (from === undefined || overview === undefined) return null
  const { clipping, words, date } = from
  const known = overview.collections
  // The one on show comes first, then those that the clipping is in.
  const preferred = [currentRoute().filter.collection, ...clipping.collections, known[0]?.id]
  const collection = [chosen, ...preferred].find(id => known.some(each => each.id === id))
  const published = typeof clipping.published === 'object' ? clipping.published.edtf : null
  return (
    <EventDialog
      event={undefined}
      draft={{ date: date?.edtf ?? '', words, published }}
      note={t(date === undefined ? 'chronology.passageUndated' : 'chronology.passageNote')}
      onClose={close}
      onSave={own => {
        close()
        setChosen(undefined)
        if (collection === undefined) return
        const mention = date && {
          clipping: clipping.id,
          phrase: date.phrase,
          edtf: date.edtf,
          sentence: words,
        }
        void add.run({
          collection,
          date: own.date ?? '',
          words: own.words ?? '',
          ...(mention && { mention }),
        })
      }}
    >
      <Select
        label={t('chronology.passageCollection')}
        options={known.map(({ id, name, depth }) => ({ id, name, depth }))}
        value={collection}
        placeholder={t('chronology.passageCollection')}
        onChange={setChosen}
      />
    </EventDialog>
  )
}
