variable "name" {
  description = "Name of the service, with the environment in front: `dev-order-api`. The instance or cluster is `<name>-database`."
  type        = string

  validation {
    condition     = can(regex("^[a-z](-?[a-z0-9])+$", var.name)) && length(var.name) <= 54
    error_message = "name must be 2 to 54 lower-case letters, digits and single dashes, and start with a letter, as RDS takes it."
  }
}

variable "vpc_id" {
  description = "VPC of the database."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets of the database, two zones or more, without a route from the internet."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "subnet_ids must name two subnets or more: RDS refuses a single zone."
  }
}

variable "client_security_group_ids" {
  description = "Security groups that may connect, by what they are: `{ nodes = \"sg-...\" }`. Nobody else gets in, but through rules that name the output `security_group_id`."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for group in values(var.client_security_group_ids) : can(regex("^sg-[0-9a-f]+$", group))])
    error_message = "client_security_group_ids must hold ids of security groups, sg-..."
  }
}

variable "high_availability" {
  description = "True for Aurora PostgreSQL with a writer and a reader in two zones, false for one RDS instance. Cannot be changed later without moving the data."
  type        = bool
}

variable "deletion_protection" {
  description = "Refuse to delete the database. False only where the data may be lost, or to delete it on purpose: of Aurora a last snapshot is kept even then."
  type        = bool
  default     = true
}

variable "database_name" {
  description = "Name of the database that is made with it."
  type        = string
  default     = "app"

  validation {
    condition     = can(regex("^[a-z][a-z0-9_]{0,62}$", var.database_name))
    error_message = "database_name must be 1 to 63 lower-case letters, digits and underscores, and start with a letter."
  }
}

variable "engine_version" {
  description = "Version of PostgreSQL: a major one, so that AWS keeps the minor one current."
  type        = string
  default     = "17"

  validation {
    condition     = can(regex("^1[5-9](\\.[0-9]+)?$", var.engine_version))
    error_message = "engine_version must be 15 or later, such as 17 or 17.5."
  }
}

variable "instance_class" {
  description = "Size of each instance. Null for the smallest: `db.t4g.micro` of RDS, `db.t4g.medium` of Aurora."
  type        = string
  default     = null

  validation {
    condition     = var.instance_class == null || can(regex("^db\\.[a-z0-9]+\\.[a-z0-9]+$", var.instance_class))
    error_message = "instance_class must be a class of RDS such as db.t4g.medium."
  }
}

variable "allocated_storage" {
  description = "GiB of one RDS instance at first; it grows by itself to five times that. Aurora grows without being asked."
  type        = number
  default     = 20

  validation {
    condition     = var.allocated_storage >= 20 && var.allocated_storage <= 10000
    error_message = "allocated_storage must be between 20 and 10000 GiB."
  }
}

variable "backup_retention_days" {
  description = "Days that the database can be taken back to any second of."
  type        = number
  default     = 7

  validation {
    condition     = var.backup_retention_days >= 1 && var.backup_retention_days <= 35
    error_message = "backup_retention_days must be between 1 and 35: a database without backups is not offered."
  }
}

variable "password_rotation_days" {
  description = "Days between two passwords. Each rotation needs tasks or pods to start anew, see README."
  type        = number
  default     = 90

  validation {
    condition     = var.password_rotation_days >= 1 && var.password_rotation_days <= 365
    error_message = "password_rotation_days must be between 1 and 365."
  }
}

variable "kms_key_arn" {
  description = "KMS key that encrypts storage. Null for the account's key of RDS."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_arn == null || can(regex("^arn:aws:kms:[a-z0-9-]+:[0-9]{12}:key/.+$", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "max_connections" {
  description = "Connections above which an alarm goes off. The smallest RDS instance takes about 110, the smallest of Aurora about 400."
  type        = number
  default     = 80

  validation {
    condition     = var.max_connections >= 10
    error_message = "max_connections must be 10 or more."
  }
}

variable "alarm_topic_arns" {
  description = "SNS topics told when an alarm goes off and when it is over."
  type        = list(string)
  default     = []
}

variable "tags" {
  description = "Who the database belongs to; its host is written to the parameter `/<environment>/<component>/database/host`."
  type = object({
    component   = string
    owner       = string
    system      = string
    environment = string
  })
}
