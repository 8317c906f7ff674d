import { type ComponentType, lazy } from 'react'
import { Link } from 'wouter'
import { Page } from '../../components/page.tsx'
import { useTranslator } from '../../language/translator.tsx'

const CreateWizard = lazy(async () => ({
  default: (await import('./create/create-wizard.tsx')).CreateWizard,
}))
const AdoptWizard = lazy(async () => ({ default: (await import('./adopt/adopt-wizard.tsx')).AdoptWizard }))
const StandbyWizard = lazy(async () => ({
  default: (await import('./standby/standby-wizard.tsx')).StandbyWizard,
}))

type OfInstance = ComponentType<{ readonly name: string }>

const ofOneInstance: Readonly<Record<string, OfInstance>> = {
  reclone: lazy(async () => ({ default: (await import('./reclone/reclone-wizard.tsx')).RecloneWizard })),
  remove: lazy(async () => ({ default: (await import('./remove/remove-wizard.tsx')).RemoveWizard })),
  recovery: lazy(async () => ({
    default: (await import('./standby-settings/standby-settings-wizard.tsx')).StandbySettingsWizard,
  })),
  synchronous: lazy(async () => ({
    default: (await import('./synchronous/synchronous-wizard.tsx')).SynchronousWizard,
  })),
  promote: lazy(async () => ({ default: (await import('./promote/promote-wizard.tsx')).PromoteWizard })),
}

/** The wizard of an address `/do/<wizard>/<name?>`. */
export function WizardPages(props: { readonly wizard: string; readonly name: string | null }) {
  const { t } = useTranslator()
  const { wizard, name } = props
  if (wizard === 'create') return <CreateWizard />
  if (wizard === 'adopt') return <AdoptWizard />
  if (wizard === 'standby') return <StandbyWizard source={name} />
  const Found = ofOneInstance[wizard]
  if (Found === undefined || name === null)
    return (
      <Page title={t('window.app.not-found')}>
        <Link href="/">{t('window.app.go-home')}</Link>
      </Page>
    )
  return <Found name={name} />
}
