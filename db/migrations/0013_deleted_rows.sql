CREATE INDEX "transactions_deleted_idx" ON "transactions" USING btree ("household_id","account_id") WHERE "transactions"."deleted_at" is not null;
