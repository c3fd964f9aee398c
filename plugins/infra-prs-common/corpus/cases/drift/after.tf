resource "aws_cloudwatch_log_group" "changed_by_hand" {
  name              = "/corpus/drift"
  retention_in_days = 30
}

resource "aws_sns_topic" "deleted_by_hand" {
  name = "corpus-drift"
}

resource "aws_cloudwatch_log_group" "same" {
  name = "/corpus/same"
}

import {
  to = aws_cloudwatch_log_group.made_by_hand
  id = "/corpus/by-hand"
}

resource "aws_cloudwatch_log_group" "made_by_hand" {
  name              = "/corpus/by-hand"
  retention_in_days = 7
}
