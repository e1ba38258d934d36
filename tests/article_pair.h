/* Article pair: a small article in two languages, segment by segment, with what only
 * one side has. */
#ifndef VIA_TESTS_ARTICLE_PAIR_H
#define VIA_TESTS_ARTICLE_PAIR_H

/* The picture and lines 2-3 and 5-6 of the source are one bead each with the picture,
 * line 2, and lines 4-5 of the target. */
static const char *const ARTICLE_VI =
    "Xã Hòa Lộc thu hoạch 1.250 tấn xoài\n"
    "\n"
    "Vụ này, xã Hòa Lộc thu hoạch 1.250 tấn xoài trên 380 ha.\n"
    "xoai_hoa_loc_0117.jpg\n"
    "Ông Lê Văn Tám có 14 công xoài; ông bán được 215 triệu đồng.\n"
    "Theo UBND xã, năm 2023 có 62 hộ thoát nghèo, 3 hộ mua xe tải.\n"
    "Bà Nguyễn Thị Út nói: “Tôi chưa bao giờ thấy xoài được giá như thế này.”\n"
    "\n"
    "Xem thêm\n"
    "Bình luận (0)\n";
static const char *const ARTICLE_EN =
    "Hoa Loc commune harvests 1,250 tonnes of mango\n"
    "\n"
    "This season the commune of Hoa Loc harvested 1,250 tonnes of mango on 380 ha.\n"
    "mango_hoa_loc_0117.jpg\n"
    "Mr Le Van Tam has 14 cong of mango trees.\n"
    "He sold his fruit for 215 million dong.\n"
    "The commune says that 62 households left poverty in 2023, and 3 bought a lorry.\n"
    "“I have never seen mangoes fetch such a price,” said Mrs Nguyen Thi Ut.\n"
    "\n";

#endif
