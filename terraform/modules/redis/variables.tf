variable "name" {
  description = "Name of the cache, with the environment in front: `dev-order-api`."
  type        = string

  validation {
    condition     = can(regex("^[a-z](-?[a-z0-9])+$", var.name)) && length(var.name) <= 64
    error_message = "name must be 2 to 64 lower-case letters, digits and single dashes, and start with a letter."
  }
}

variable "vpc_id" {
  description = "VPC of the cache."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets of the cache, two zones or more."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "subnet_ids must name two subnets or more: one zone may fail."
  }
}

variable "client_security_group_ids" {
  description = "Security groups that may connect, by what they are: `{ nodes = \"sg-...\" }`. Nobody else gets in, but through rules that name the output `security_group_id`. There is no password: who is in one of them is let in."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for group in values(var.client_security_group_ids) : can(regex("^sg-[0-9a-f]+$", group))])
    error_message = "client_security_group_ids must hold ids of security groups, sg-..."
  }
}

variable "high_availability" {
  description = "True for two nodes in two zones with failover and daily snapshots, false for one node whose content may be lost."
  type        = bool
}

variable "node_type" {
  description = "Size of each node."
  type        = string
  default     = "cache.t4g.micro"

  validation {
    condition     = can(regex("^cache\\.[a-z0-9]+\\.[a-z0-9]+$", var.node_type))
    error_message = "node_type must be a type of ElastiCache such as cache.t4g.small."
  }
}

variable "engine" {
  description = "`valkey`, which speaks the protocol of Redis and costs less, or `redis`."
  type        = string
  default     = "valkey"

  validation {
    condition     = contains(["valkey", "redis"], var.engine)
    error_message = "engine must be valkey or redis."
  }
}

variable "kms_key_arn" {
  description = "KMS key that encrypts what is stored. Null for the service's own key."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_arn == null || can(regex("^arn:aws:kms:[a-z0-9-]+:[0-9]{12}:key/.+$", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "alarm_topic_arns" {
  description = "SNS topics told when an alarm goes off and when it is over."
  type        = list(string)
  default     = []
}

variable "tags" {
  description = "Who the cache belongs to; its host is written to the parameter `/<environment>/<component>/redis/host`."
  type = object({
    component   = string
    owner       = string
    system      = string
    environment = string
  })
}
