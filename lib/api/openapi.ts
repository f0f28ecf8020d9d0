import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { problemSchema } from './response-schema.ts'

type Json = Record<string, unknown>

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return json
}

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))

function queryParameters(query: z.ZodObject | undefined): Json[] {
  if (!query) return []
  const { properties = {}, required = [] } = schemaOf(query, 'input') as {
    properties?: Json
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

function requestBody({ body, upload }: Endpoint): Json {
  if (body)
    return {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } },
    }
  if (!upload) return {}
  const properties = Object.fromEntries(
    Object.entries(upload).map(([name, description]) => [
      name,
      { type: 'string', description, ...(name === 'file' ? { format: 'binary' } : {}) },
    ]),
  )
  const schema = { type: 'object', required: ['file'], properties }
  return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } }
}

function operation(endpoint: Endpoint): Json {
  const { status, response, summary, details, needs, path, query, method } = endpoint
  const idempotencyKey = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    schema: { type: 'string' },
  }
  const failures = Object.fromEntries(
    (needs ? ['401', '403', '404', '409', '413', '422', '429', '503'] : ['503']).map((code) => [
      code,
      { description: 'A problem document (RFC 9457)', content: problem },
    ]),
  )
  return {
    summary,
    ...(details ? { description: details } : {}),
    security: needs ? [{ token: [needs] }] : [],
    parameters: [
      ...pathParameters(path),
      ...queryParameters(query),
      ...(method === 'post' ? [idempotencyKey] : []),
    ],
    ...requestBody(endpoint),
    responses: {
      [status]: {
        description: 'Done',
        ...(response ? { content: { 'application/json': { schema: schemaOf(response, 'output') } } } : {}),
      },
      ...failures,
    },
  }
}

/** The OpenAPI 3.1 document of these endpoints, made from the validators that the routes use. */
export function openApi(endpoints: readonly Endpoint[], version: string, origin: string): Json {
  const paths: Record<string, Json> = {}
  for (const endpoint of endpoints) {
    const path = paths[endpoint.path] ?? {}
    paths[endpoint.path] = { ...path, [endpoint.method]: operation(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Minh', version, description: 'Your own finances, from your own server.' },
    servers: [{ url: `${origin}/api/v1` }],
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(problemSchema, 'output') },
    },
    paths,
  }
}
