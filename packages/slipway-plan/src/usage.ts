/** What `--help` prints. */
export const USAGE = `Usage: slipway-plan [options] [<root>=]<plan.json> ...
       slipway-plan apply [options] [<root>=]<log> ...     how an apply went; slipway-plan apply --help

Says what plans of Terraform do: counts, risks in words, cost, changes, drift. A plan is the output of
terraform show -json plan.bin. <root> is the folder that was planned, from the top of the repository; by default
the folder that the file lies in.

  --environment <name>     environment of the roots; by default the facts beside them (environment/facts.json),
                           else the folder behind "live/"
  --region <name>          AWS region, for prices; by default that of the facts
  --protected              the environment is protected; by default as its facts say
  --error <root>=<file>    a root that could not be planned, and a file with what Terraform said; repeatable
  --text                   the files are what terraform plan printed, or a comment by Atlantis or tfcmt: counts and
                           addresses only
  --json                   print what was read as JSON instead; secrets are masked in it
  --report <file>          what --json wrote, from another job; repeatable
  --sarif [<root>=]<file>  findings of a scanner such as trivy or checkov (SARIF 2.1.0) that ran in that folder, by
                           default at the top of the repository; repeatable
  --fail-on <severity>     end with 5 when there is a risk or a new finding as bad as low, medium, high or critical

  --post                   post it to GitHub as the check run slipway/plan
  --sha <commit>           commit it is about; by default the head of the pull request of the workflow's event,
                           else GITHUB_SHA
  --repository <owner/x>   by default GITHUB_REPOSITORY
  --api-url <url>          by default GITHUB_API_URL, else https://api.github.com
  --details-url <url>      link of the check run; by default the workflow run

The token is read from GITHUB_TOKEN; it needs "checks: write".

Ends with 0; 1 when a root could not be planned; 2 when called wrongly; 3 when a file is no plan; 4 when GitHub
refuses or cannot be reached; 5 for --fail-on.
`;
