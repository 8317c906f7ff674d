import { Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import { Page } from '../../components/page.tsx'
import { useTranslator } from '../../language/translator.tsx'
import { useInstances, useLive } from '../../stores/live-store.ts'
import { FirstMinute } from './first-minute.tsx'
import { Overview } from './overview.tsx'

/** What there is and what may be done with it; on an empty machine, how to begin. */
export function HomePage() {
  const { t } = useTranslator()
  const looked = useLive(({ live }) => live !== null && live.at !== null)
  const isEmpty = useInstances().length === 0
  // The pair appears among the instances while it is still being made.
  const [making, setMaking] = useState(false)
  if (!looked)
    return (
      <Page title={t('window.home.title')}>
        <Spinner label={t('window.home.looking')} />
      </Page>
    )
  return isEmpty || making ? <FirstMinute onMaking={setMaking} /> : <Overview />
}
