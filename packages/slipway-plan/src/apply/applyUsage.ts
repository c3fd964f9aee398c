/** What `slipway-plan apply --help` prints. */
export const APPLY_USAGE = `Usage: slipway-plan apply [options] [<root>=]<log> ...

Says how an apply went: counts, what was created, errors without what looks like a secret. A log is the output of
terraform apply -json. <root> is the folder that was applied, from the top of the repository; by default the folder
that the log lies in.

  --environment <name>     as for plans
  --error <root>=<file>    a root that failed before its apply, and a file with what Terraform said; repeatable
  --json                   print what was read as JSON instead
  --report <file>          what --json wrote, from another job; repeatable
  --waiting <root>         a root that is still to be applied: the check run is then in progress; repeatable

  --post                   post it to GitHub as the check run slipway/apply, by default on GITHUB_SHA
  --sha, --repository, --api-url, --details-url, GITHUB_TOKEN    as for plans

Ends with 0; 1 when a root could not be applied; 2, 3 and 4 as for plans.
`;
