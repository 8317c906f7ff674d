import { describeMajors } from '../helpers/describe-majors.ts'

/** Under their own file, so that they run beside the older ones. */
describeMajors([14, 15, 16, 17, 18], 28_000)
