variable "name" {
  description = "Name of the queue, with the environment in front: `dev-orders-created`. Its dead-letter queue is named the same with `-dlq` behind."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,74}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 76 lower-case letters, digits and dashes, and start with a letter: SQS allows 80 characters and `-dlq` is put behind."
  }

  validation {
    condition     = !endswith(var.name, "-dlq")
    error_message = "name must not end in -dlq: the module adds the dead-letter queue itself."
  }
}

variable "account_id" {
  description = "AWS account the queue lives in."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be the 12 digits of an AWS account."
  }
}

variable "region" {
  description = "AWS region the queue lives in."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must be an AWS region such as eu-west-1."
  }
}

variable "visibility_timeout_seconds" {
  description = "Seconds a received message is hidden from other consumers. Longer than the slowest message takes."
  type        = number
  default     = 60

  validation {
    condition     = var.visibility_timeout_seconds >= 1 && var.visibility_timeout_seconds <= 43200
    error_message = "visibility_timeout_seconds must be between 1 and 43200 (12 hours)."
  }
}

variable "max_receive_count" {
  description = "How many times a message is tried before it moves to the dead-letter queue."
  type        = number
  default     = 3

  validation {
    condition     = var.max_receive_count >= 1 && var.max_receive_count <= 1000
    error_message = "max_receive_count must be between 1 and 1000."
  }
}

variable "message_retention_seconds" {
  description = "Seconds an unread message is kept. Less than the 14 days of the dead-letter queue, so that a dead letter outlives its queue's retention."
  type        = number
  default     = 345600

  validation {
    condition     = var.message_retention_seconds >= 60 && var.message_retention_seconds <= 864000
    error_message = "message_retention_seconds must be between 60 and 864000 (10 days)."
  }
}

variable "max_message_age_seconds" {
  description = "Age of the oldest message, in seconds, above which an alarm goes off."
  type        = number
  default     = 900

  validation {
    condition     = var.max_message_age_seconds >= 60
    error_message = "max_message_age_seconds must be 60 or more: CloudWatch sees queues once a minute."
  }
}

variable "alarm_topic_arns" {
  description = "SNS topics told when an alarm goes off and when it is over."
  type        = list(string)
  default     = []
}

variable "tags" {
  description = "Who the queue belongs to; the portal's catalog reads these tags."
  type = object({
    component   = string
    owner       = string
    system      = string
    environment = string
  })
}
