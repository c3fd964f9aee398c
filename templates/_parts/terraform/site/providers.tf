provider "aws" {
  region              = module.environment.region
  allowed_account_ids = [module.environment.account_id]
}
