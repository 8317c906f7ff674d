import { lazy } from 'react'
import { Route, Switch } from 'wouter'
import { HomePage } from '../features/home/home-page.tsx'
import { NotFound } from './not-found.tsx'

const AboutReplicationPage = lazy(async () => ({
  default: (await import('../features/home/about-replication-page.tsx')).AboutReplicationPage,
}))
const WizardPages = lazy(async () => ({
  default: (await import('../features/wizards/wizard-pages.tsx')).WizardPages,
}))
const InstancePage = lazy(async () => ({
  default: (await import('../features/instance/instance-page.tsx')).InstancePage,
}))
const ReplicationPage = lazy(async () => ({
  default: (await import('../features/replication/replication-page.tsx')).ReplicationPage,
}))
const PlaygroundPage = lazy(async () => ({
  default: (await import('../features/playground/playground-page.tsx')).PlaygroundPage,
}))
const JobsPage = lazy(async () => ({
  default: (await import('../features/jobs/jobs-page.tsx')).JobsPage,
}))
const SettingsPage = lazy(async () => ({
  default: (await import('../features/settings/settings-page.tsx')).SettingsPage,
}))

/** Every address and its page; all but the first are loaded when they are opened. */
export function Pages() {
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/about-replication" component={AboutReplicationPage} />
      <Route path="/do/:wizard/:name?">
        {({ wizard, name }) => (
          <WizardPages key={`${wizard}/${name ?? ''}`} wizard={wizard} name={name ?? null} />
        )}
      </Route>
      <Route path="/instance/:name/:tab?">
        {({ name, tab }) => <InstancePage key={name} name={name} tab={tab ?? 'overview'} />}
      </Route>
      <Route path="/replication/:name?">{({ name }) => <ReplicationPage name={name ?? null} />}</Route>
      <Route path="/playground/:standby?">
        {({ standby }) => <PlaygroundPage standby={standby ?? null} />}
      </Route>
      <Route path="/jobs/:job?">{({ job }) => <JobsPage job={job ?? null} />}</Route>
      <Route path="/settings/:section?">
        {({ section }) => <SettingsPage section={section ?? 'general'} />}
      </Route>
      <Route component={NotFound} />
    </Switch>
  )
}
