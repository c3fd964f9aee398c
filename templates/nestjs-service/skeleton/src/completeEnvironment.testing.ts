/** Every variable that has no default. */
export const completeEnvironment = {
  AWS_REGION: 'eu-west-1',
  DEPLOYMENT_ENVIRONMENT: 'local',
{% if values.has.queues %}
  QUEUE_ORDERS_URL: 'https://sqs.eu-west-1.amazonaws.com/111111111111/dev-orders',
  QUEUE_ORDERS_VISIBILITY_TIMEOUT: '90',
  IDEMPOTENCY_TABLE: 'dev-seen',
{% endif %}
{% for topic in values.spec.publishesTo %}
  TOPIC_${{ topic | upper | replace('-', '_') }}_ARN: 'arn:aws:sns:eu-west-1:111111111111:dev-${{ topic }}',
{% endfor %}
{% for queue in values.spec.sendsTo %}
  SEND_${{ queue | upper | replace('-', '_') }}_URL: 'https://sqs.eu-west-1.amazonaws.com/111111111111/dev-${{ queue }}',
{% endfor %}
{% if values.has.table %}
  TABLE_NAME: 'dev-table',
{% endif %}
{% if values.has.postgres %}
  DATABASE_HOST: 'db.example',
  DATABASE_NAME: 'app',
  DATABASE_USERNAME: 'app',
  DATABASE_PASSWORD: 'secret',
{% endif %}
{% if values.has.redis %}
  REDIS_HOST: 'cache.example',
{% endif %}
};
