import { JobList } from './job-list.tsx'
import { JobPage } from './job-page.tsx'

/** All jobs, or the one that the address names. */
export function JobsPage(props: { readonly job: string | null }) {
  return props.job === null ? <JobList /> : <JobPage key={props.job} job={props.job} />
}
