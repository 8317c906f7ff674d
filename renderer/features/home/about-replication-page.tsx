import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { LinkButton } from '../../components/link-button.tsx'
import { Page } from '../../components/page.tsx'
import { SectionCard } from '../../components/section-card.tsx'
import { useTranslator } from '../../language/translator.tsx'
import { useInstances } from '../../stores/live-store.ts'
import { AboutDrawing } from './about-drawing.tsx'

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, maxWidth: '860px' },
  body: { maxWidth: '70ch', lineHeight: tokens.lineHeightBase400 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

const sections = [
  'primary',
  'wal',
  'standby',
  'streaming',
  'read-only',
  'slot',
  'promotion',
  'not-a-backup',
] as const

/** Replication in plain words, with a drawing, and where to try each thing. */
export function AboutReplicationPage() {
  const styles = useStyles()
  const { t } = useTranslator()
  return (
    <Page title={t('window.home.about.title')}>
      <div className={styles.page}>
        <Text size={400} className={styles.body}>
          {t('window.home.about.lead')}
        </Text>
        <AboutDrawing />
        {sections.map((section) => (
          <SectionCard key={section} title={t(`window.home.about.${section}.title`)}>
            <Text className={styles.body}>{t(`window.home.about.${section}.body`)}</Text>
          </SectionCard>
        ))}
        <SectionCard title={t('window.home.about.do.title')}>
          <div className={styles.buttons}>
            <WhatToDo />
          </div>
        </SectionCard>
      </div>
    </Page>
  )
}

/** On an empty machine the first page makes a pair; else what there is can be used. */
function WhatToDo() {
  const { t } = useTranslator()
  const instances = useInstances()
  const standby = instances.find(({ role }) => role === 'standby')
  if (instances.length === 0)
    return (
      <LinkButton appearance="primary" href="/">
        {t('window.home.about.do.pair')}
      </LinkButton>
    )
  return (
    <>
      {standby === undefined ? (
        <LinkButton appearance="primary" href="/do/standby">
          {t('window.home.about.do.standby')}
        </LinkButton>
      ) : (
        <>
          <LinkButton appearance="primary" href={`/playground/${standby.name}`}>
            {t('window.home.about.do.playground')}
          </LinkButton>
          <LinkButton href={`/replication/${standby.name}`}>
            {t('window.home.about.do.replication')}
          </LinkButton>
          <LinkButton href={`/do/promote/${standby.name}`}>
            {t('window.home.about.do.promote', { name: standby.name })}
          </LinkButton>
        </>
      )}
      <LinkButton href="/">{t('window.home.about.do.home')}</LinkButton>
    </>
  )
}
