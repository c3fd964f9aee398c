variable "name" {
  description = "Name of the table, with the environment in front: `dev-order-mailer`."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,99}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 101 lower-case letters, digits and dashes, and start with a letter."
  }
}

variable "account_id" {
  description = "AWS account the table lives in."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be the 12 digits of an AWS account."
  }
}

variable "region" {
  description = "AWS region the table lives in."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must be an AWS region such as eu-west-1."
  }
}

variable "partition_key" {
  description = "Attribute that items are spread by. Changing it replaces the table."
  type        = string
  default     = "id"

  validation {
    condition     = can(regex("^[A-Za-z][A-Za-z0-9_]{0,62}$", var.partition_key))
    error_message = "partition_key must be letters, digits and underscores, and start with a letter."
  }
}

variable "sort_key" {
  description = "Attribute that items of one partition are sorted by. Changing it replaces the table."
  type        = string
  default     = null

  validation {
    condition     = var.sort_key == null || can(regex("^[A-Za-z][A-Za-z0-9_]{0,62}$", var.sort_key))
    error_message = "sort_key must be letters, digits and underscores, and start with a letter."
  }

  validation {
    condition     = var.sort_key == null || var.sort_key != var.partition_key
    error_message = "sort_key must be another attribute than partition_key."
  }
}

variable "key_types" {
  description = "Types of key attributes that are not text: `N` (number) or `B` (bytes) by attribute."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for type in values(var.key_types) : contains(["S", "N", "B"], type)])
    error_message = "key_types must be S, N or B."
  }
}

variable "indexes" {
  description = "Global secondary indexes. Each holds all attributes."
  type = list(object({
    name          = string
    partition_key = string
    sort_key      = optional(string)
  }))
  default = []

  validation {
    condition     = length(var.indexes) <= 5 && length(distinct([for index in var.indexes : index.name])) == length(var.indexes)
    error_message = "indexes must be 5 or less, each with a name of its own."
  }

  validation {
    condition     = alltrue([for index in var.indexes : can(regex("^[A-Za-z0-9_.-]{3,255}$", index.name))])
    error_message = "indexes must have names of 3 to 255 letters, digits, dots, dashes and underscores."
  }
}

variable "ttl_attribute" {
  description = "Attribute with the time of expiry, in seconds since 1970. Items go within days of it: check it when reading."
  type        = string
  default     = null

  validation {
    condition     = var.ttl_attribute == null || (var.ttl_attribute != var.partition_key && var.ttl_attribute != var.sort_key)
    error_message = "ttl_attribute must not be a key of the table."
  }
}

variable "protected" {
  description = "The table cannot be deleted until this is off."
  type        = bool
  default     = true
}

variable "kms_key_arn" {
  description = "KMS key to encrypt with instead of AWS's managed key."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_arn == null || can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a key: an alias can be moved to another key unseen."
  }
}

variable "reader_writer_role_names" {
  description = "IAM roles that may read and write items, also through the indexes. Not Scan, which reads and bills all of the table."
  type        = list(string)
  default     = []
}

variable "alarm_topic_arns" {
  description = "SNS topics told when an alarm goes off and when it is over."
  type        = list(string)
  default     = []
}

variable "tags" {
  description = "Who the table belongs to; the portal's catalog reads these tags."
  type = object({
    component   = string
    owner       = string
    system      = string
    environment = string
  })
}
