variable "name" {
  description = "Name of the queue, with the environment in front: `dev-orders-created`. Its dead-letter queue is named the same with `-dlq` behind; both end in `.fifo` by themselves where `fifo` is on."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,69}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 71 lower-case letters, digits and dashes, and start with a letter: SQS allows 80 characters and `-dlq.fifo` is put behind."
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

variable "fifo" {
  description = "Makes both queues FIFO: messages of one group in order, each processed once. Changing it replaces the queues."
  type        = bool
  default     = false
}

variable "content_based_deduplication" {
  description = "FIFO only: SQS takes the SHA-256 of the body for the deduplication id, so that senders need not give one."
  type        = bool
  default     = false

  validation {
    condition     = !var.content_based_deduplication || var.fifo
    error_message = "content_based_deduplication is for FIFO queues only: turn fifo on or this off."
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
  description = "Seconds an unread message is kept. Less than `dlq_retention_seconds`."
  type        = number
  default     = 345600

  validation {
    condition     = var.message_retention_seconds >= 60 && var.message_retention_seconds <= 1123200
    error_message = "message_retention_seconds must be between 60 and 1123200 (13 days): SQS keeps a message 14 days at most, and the dead-letter queue must keep it longer."
  }
}

variable "dlq_retention_seconds" {
  description = "Seconds a dead letter is kept, counted from when the message was first sent to a standard queue."
  type        = number
  default     = 1209600

  validation {
    condition     = var.dlq_retention_seconds <= 1209600
    error_message = "dlq_retention_seconds must be 1209600 (14 days) or less."
  }

  validation {
    condition     = var.dlq_retention_seconds > var.message_retention_seconds
    error_message = "dlq_retention_seconds must be more than message_retention_seconds: a dead letter keeps the age it had and would be gone on arrival."
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

variable "consumer_role_names" {
  description = "IAM roles that may receive and delete messages of the queue."
  type        = list(string)
  default     = []
}

variable "producer_role_names" {
  description = "IAM roles that may send to the queue."
  type        = list(string)
  default     = []
}

variable "allowed_sources" {
  description = "Topics and buses that may send to the queue, and to its dead-letter queue what it would not take: `type` is `topic` (SNS) or `bus` (EventBridge, its rule that bears the name of the queue)."
  type        = list(object({ type = string, arn = string }))
  default     = []

  validation {
    condition = alltrue([
      for source in var.allowed_sources :
      (source.type == "topic" && can(regex("^arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]+$", source.arn))) ||
      (source.type == "bus" && can(regex("^arn:aws[a-z-]*:events:[a-z0-9-]+:[0-9]{12}:event-bus/[A-Za-z0-9._/-]+$", source.arn)))
    ])
    error_message = "allowed_sources must each be a topic with the ARN of one SNS standard topic, or a bus with the ARN of one EventBridge bus."
  }

  validation {
    condition     = !var.fifo || length(var.allowed_sources) == 0
    error_message = "allowed_sources must be empty for a FIFO queue: standard topics and rules without a message group cannot send to it."
  }
}

variable "kms_key_arn" {
  description = "KMS key to encrypt with instead of SQS's own. Its key policy must let `allowed_sources` use it."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_arn == null || can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a key: an alias can be moved to another key unseen."
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
