variable "name" {
  description = "Name of the service, with the environment in front: `dev-order-api`."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,57}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 59 lower-case letters, digits and dashes, and start with a letter: a role with -exec behind must fit into 64."
  }
}

variable "account_id" {
  description = "AWS account the service runs in."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be the 12 digits of an AWS account."
  }
}

variable "region" {
  description = "AWS region the service runs in."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must be an AWS region such as eu-west-1."
  }
}

variable "cluster_name" {
  description = "Name of the ECS cluster."
  type        = string
}

variable "vpc_id" {
  description = "VPC of the tasks."
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets of the tasks, two zones or more."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "subnet_ids must name two subnets or more: one zone may fail."
  }
}

variable "image" {
  description = "Image with its tag, in the repository of `repository_arn`."
  type        = string

  validation {
    condition     = can(regex("^[^:@\\s]+(:[0-9]+)?[^:@\\s]*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}|@sha256:[0-9a-f]{64})$", var.image)) && !endswith(var.image, ":latest")
    error_message = "image must name a tag or digest, and not latest: what runs must be known."
  }
}

variable "repository_arn" {
  description = "ECR repository of the image: the only one that the service can pull from."
  type        = string

  validation {
    condition     = can(regex("^arn:aws:ecr:[a-z0-9-]+:[0-9]{12}:repository/[^*]+$", var.repository_arn))
    error_message = "repository_arn must be the ARN of one ECR repository."
  }
}

variable "task_role_arn" {
  description = "Role that the code runs with; see the module workload-identity."
  type        = string
}

variable "cpu" {
  description = "CPU units of a task; 1024 are one vCPU."
  type        = number
  default     = 256

  validation {
    condition     = contains([256, 512, 1024, 2048, 4096], var.cpu)
    error_message = "cpu must be 256, 512, 1024, 2048 or 4096."
  }
}

variable "memory" {
  description = "Memory of a task in MiB; two to eight times the CPU units, as Fargate sells it."
  type        = number
  default     = 512

  validation {
    condition     = var.memory >= 2 * var.cpu && var.memory <= 8 * var.cpu && var.memory <= 30720 && (var.memory == 512 || var.memory % 1024 == 0)
    error_message = "memory must be two to eight times cpu, 30720 at most, and 512 or whole GiB: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html"
  }
}

variable "architecture" {
  description = "What the image was built for: `ARM64` or `X86_64`."
  type        = string
  default     = "X86_64"

  validation {
    condition     = contains(["ARM64", "X86_64"], var.architecture)
    error_message = "architecture must be ARM64 or X86_64."
  }
}

variable "port" {
  description = "Port of HTTP, of the endpoints of health and of metrics."
  type        = number
  default     = 8080

  validation {
    condition     = var.port >= 1024 && var.port <= 65535
    error_message = "port must be between 1024 and 65535: the container has no right to open a lower one."
  }
}

variable "environment" {
  description = "Plain variables of the container. Secrets go into `secrets`."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for name in keys(var.environment) : can(regex("^[A-Za-z_][A-Za-z0-9_]*$", name))])
    error_message = "environment must have names of letters, digits and underscores."
  }

  validation {
    condition     = alltrue([for name in keys(var.environment) : !can(regex("(PASSWORD|SECRET|PRIVATE_KEY|API_KEY)$", name))])
    error_message = "environment must not hold a password, secret or key: everybody who sees the task sees it; use secrets."
  }
}

variable "secrets" {
  description = "Variables of the container that ECS reads from Secrets Manager when a task starts: the secret, and the key of its JSON."
  type = map(object({
    secret_arn = string
    key        = string
  }))
  default = {}

  validation {
    condition     = alltrue([for secret in values(var.secrets) : can(regex("^arn:aws:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[^*]+$", secret.secret_arn))])
    error_message = "secrets must name whole ARNs of Secrets Manager, no wildcards."
  }
}

variable "health_check_command" {
  description = "Command in the image that fails when the process is not healthy, as ECS takes it: `[\"CMD\", \"/service\", \"healthcheck\"]`. Empty for none; a service behind a load balancer is checked by that, too."
  type        = list(string)
  default     = []

  validation {
    condition     = length(var.health_check_command) == 0 || contains(["CMD", "CMD-SHELL"], try(var.health_check_command[0], ""))
    error_message = "health_check_command must start with CMD or CMD-SHELL."
  }
}

variable "stop_timeout_seconds" {
  description = "Seconds a task has between being told to stop and being killed."
  type        = number
  default     = 60

  validation {
    condition     = var.stop_timeout_seconds >= 2 && var.stop_timeout_seconds <= 120
    error_message = "stop_timeout_seconds must be between 2 and 120, as Fargate allows."
  }
}

variable "ingress" {
  description = "Shared load balancer whose listener sends the host name to this service, and the Route 53 zone that the name is put into. Null for a service that nobody calls."
  type = object({
    hostname       = string
    hosted_zone_id = string
    load_balancer = object({
      listener_arn      = string
      security_group_id = string
      dns_name          = string
      zone_id           = string
      arn_suffix        = string
    })
  })
  default = null

  validation {
    condition     = var.ingress == null || can(regex("^[a-z0-9-]+(\\.[a-z0-9-]+)+$", var.ingress.hostname))
    error_message = "ingress.hostname must be one host name; a wildcard would take requests of others."
  }
}

variable "egress" {
  description = "What the tasks may reach beyond HTTPS: a port of what stands in a security group. The key says what it is."
  type = map(object({
    port              = number
    security_group_id = string
  }))
  default = {}
}

variable "min_tasks" {
  description = "How many tasks run at least."
  type        = number
  default     = 1

  validation {
    condition     = var.min_tasks >= 1 && var.min_tasks <= 100
    error_message = "min_tasks must be between 1 and 100."
  }
}

variable "max_tasks" {
  description = "How many tasks run at most."
  type        = number
  default     = 4

  validation {
    condition     = var.max_tasks >= var.min_tasks && var.max_tasks <= 1000
    error_message = "max_tasks must be as many as min_tasks or more, and 1000 at most."
  }
}

variable "scale_by" {
  description = "What moves the number of tasks: `cpu`, `queue` (messages that wait for each task) or `none` (always min_tasks)."
  type        = string
  default     = "cpu"

  validation {
    condition     = contains(["cpu", "queue", "none"], var.scale_by)
    error_message = "scale_by must be cpu, queue or none."
  }
}

variable "queue_names" {
  description = "Queues whose messages are counted when scaling by `queue`."
  type        = list(string)
  default     = []

  validation {
    condition     = length(var.queue_names) <= 8 && (var.scale_by != "queue" || length(var.queue_names) > 0)
    error_message = "queue_names must name one to eight queues when scale_by is queue: a metric of CloudWatch is made of ten at most."
  }
}

variable "messages_per_task" {
  description = "How many messages may wait for each task before another is started."
  type        = number
  default     = 100

  validation {
    condition     = var.messages_per_task >= 1
    error_message = "messages_per_task must be 1 or more."
  }
}

variable "migration_command" {
  description = "Command of the image that migrates the database, run as a task of its own before a rollout. Empty for none."
  type        = list(string)
  default     = []
}

variable "migration_runner_role_names" {
  description = "Roles that may run the migration with a new image, such as that of the delivering workflow."
  type        = list(string)
  default     = []
}

variable "log_retention_days" {
  description = "Days that logs are kept."
  type        = number
  default     = 30

  validation {
    condition     = contains([7, 14, 30, 60, 90, 180, 365, 731], var.log_retention_days)
    error_message = "log_retention_days must be 7, 14, 30, 60, 90, 180, 365 or 731."
  }
}

variable "alarm_topic_arns" {
  description = "SNS topics told when an alarm goes off and when it is over."
  type        = list(string)
  default     = []
}

variable "tags" {
  description = "Who the service belongs to; ECS puts them on each task."
  type = object({
    component   = string
    owner       = string
    system      = string
    environment = string
  })
}
