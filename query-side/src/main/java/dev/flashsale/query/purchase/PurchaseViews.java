package dev.flashsale.query.purchase;

import com.redis.om.spring.repository.RedisEnhancedRepository;

/** Purchases by id. */
public interface PurchaseViews extends RedisEnhancedRepository<PurchaseView, String> {}
