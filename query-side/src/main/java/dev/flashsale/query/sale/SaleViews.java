package dev.flashsale.query.sale;

import com.redis.om.spring.repository.RedisEnhancedRepository;

/** Sales by id. */
public interface SaleViews extends RedisEnhancedRepository<SaleView, String> {}
