variable "type" {
  description = "What events come from: `topic` (SNS) or `bus` (EventBridge)."
  type        = string

  validation {
    condition     = contains(["topic", "bus"], var.type)
    error_message = "type must be topic or bus."
  }
}

variable "source_arn" {
  description = "ARN of the topic or bus."
  type        = string

  validation {
    condition     = var.type != "topic" || can(regex("^arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]+$", var.source_arn))
    error_message = "source_arn must be the ARN of an SNS standard topic."
  }

  validation {
    condition     = var.type != "bus" || can(regex("^arn:aws[a-z-]*:events:[a-z0-9-]+:[0-9]{12}:event-bus/[A-Za-z0-9._/-]+$", var.source_arn))
    error_message = "source_arn must be the ARN of an EventBridge bus."
  }
}

variable "queue_arn" {
  description = "ARN of the queue that gets the events: the output `arn` of its module sqs-queue."
  type        = string

  validation {
    condition     = can(regex("^arn:aws[a-z-]*:sqs:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,64}$", var.queue_arn))
    error_message = "queue_arn must be the ARN of a standard queue with a name of 64 characters or less, which is what a rule may be called."
  }
}

variable "dlq_arn" {
  description = "ARN of the queue's dead-letter queue, which gets what the queue would not take: the output `dlq_arn`."
  type        = string

  validation {
    condition     = can(regex("^arn:aws[a-z-]*:sqs:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]+$", var.dlq_arn)) && var.dlq_arn != var.queue_arn
    error_message = "dlq_arn must be the ARN of another queue than queue_arn."
  }
}

variable "allowed_source_arns" {
  description = "What the queue's policy lets send to it: the output `allowed_source_arns`. A subscription that it does not let in is refused in the plan instead of losing events."
  type        = list(string)
}

variable "event_types" {
  description = "Types of events that are wanted: `eventType` in the body of a topic's message, `detail-type` on a bus. None for all."
  type        = list(string)
  default     = []

  validation {
    condition     = length(var.event_types) <= 20
    error_message = "event_types must be 20 or less."
  }
}

variable "tags" {
  description = "Who the subscription belongs to; the portal's catalog reads these tags."
  type = object({
    component   = string
    owner       = string
    system      = string
    environment = string
  })
}
